package org.rnvr.monitor.internal.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.rnvr.monitor.internal.DirectThread;

class StrategiesTest {

    private static final Moment AT = new Moment(Instant.EPOCH, 0);

    private final List<RnvrEvent> journal = new ArrayList<>();
    private final Strategies strategies =
            new Strategies(name -> new DirectThread(), Runnable::run, () -> AT, journal::add);

    @Test
    void comingAndGoingIsJournalled() {
        strategies.add(installed("a", 0, 1, "1.0"));
        strategies.remove(1);
        strategies.remove(1);
        assertEquals(
                List.of(new StrategyAdded(AT, "a", "bundle", "1.0"), new StrategyRemoved(AT, "a", "bundle", "1.0")),
                journal);
    }

    @Test
    void ofOneNameTheHighestRankingActs() {
        strategies.add(installed("a", 0, 1, "1.0"));
        strategies.add(installed("a", 0, 2, "2.0"));
        assertActing(1);
        strategies.add(installed("a", 5, 3, "3.0"));
        assertActing(3);
        strategies.remove(3);
        assertActing(1);
        strategies.remove(1);
        assertActing(2);
        assertEquals(
                List.of("+1.0", "-1.0", "+3.0", "-3.0", "+1.0", "-1.0", "+2.0"),
                journal.stream()
                        .map(event -> event instanceof StrategyAdded added
                                ? "+" + added.version()
                                : "-" + ((StrategyRemoved) event).version())
                        .toList());
    }

    @Test
    void onlyWantedNamesAct() {
        strategies.add(installed("b", 0, 1, "1.0"));
        strategies.add(installed("a", 0, 2, "1.0"));
        assertActing(2, 1);
        strategies.want("b"::equals);
        assertActing(1);
        strategies.want(name -> true);
        assertActing(2, 1);
        assertEquals(4, journal.size());
    }

    @Test
    void generationRisesWithEveryChangeAndNoOther() {
        long before = strategies.generation();
        strategies.add(installed("a", 0, 1, "1.0"));
        long added = strategies.generation();
        strategies.add(installed("a", -1, 2, "2.0"));
        strategies.want(name -> true);
        assertEquals(before + 1, added);
        assertEquals(added, strategies.generation());
    }

    private void assertActing(long... ids) {
        assertEquals(
                Arrays.stream(ids).boxed().toList(),
                strategies.acting().stream().map(InstalledStrategy::id).toList());
    }

    private static InstalledStrategy installed(String name, int ranking, long id, String version) {
        return new InstalledStrategy(name, ranking, id, "bundle", version, new DetectionStrategy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Detector watch(WatchedSession session) {
                return observation -> Assessment.HEALTHY;
            }
        });
    }
}
