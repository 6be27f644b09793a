package org.rnvr.monitor.internal.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;
import org.rnvr.event.Alert;
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

    @Test
    void whatBlockedActsAgainWhenItGoesOnButNotWithoutEnd() {
        List<Runnable> batches = new ArrayList<>();
        AtomicReference<Moment> now = new AtomicReference<>(AT);
        Strategies slow = new Strategies(name -> new DeferredThread(batches), Runnable::run, now::get, journal::add);
        slow.add(installed("a", 0, 1, "1.0"));
        for (int time = 1; time <= 3; time++) {
            block(slow);
            assertEquals(List.of(), List.copyOf(slow.acting()), "cut off");
            batches.remove(0).run();
            assertEquals(1, slow.acting().size(), "goes on");
        }
        block(slow);
        batches.remove(0).run();
        assertEquals(List.of(), List.copyOf(slow.acting()), "for the fourth time within an hour");
        assertEquals(
                List.of("until it goes on", "until it goes on", "until it goes on", "until it is registered again"),
                journal.stream()
                        .filter(Alert.class::isInstance)
                        .map(event -> ((Alert) event).message())
                        .map(message -> message.replaceAll(".* cut off (.*)\\.", "$1"))
                        .toList());
    }

    @Test
    void anHourLaterItMayComeBackAgain() {
        List<Runnable> batches = new ArrayList<>();
        AtomicReference<Moment> now = new AtomicReference<>(AT);
        Strategies slow = new Strategies(name -> new DeferredThread(batches), Runnable::run, now::get, journal::add);
        slow.add(installed("a", 0, 1, "1.0"));
        for (int time = 1; time <= 8; time++) {
            block(slow);
            batches.remove(0).run();
            assertEquals(1, slow.acting().size());
            Moment before = now.get();
            now.set(new Moment(
                    before.time(), before.nanos() + Duration.ofMinutes(21).toNanos()));
        }
    }

    @Test
    void whatWentMeanwhileDoesNotComeBack() {
        List<Runnable> batches = new ArrayList<>();
        Strategies slow = new Strategies(name -> new DeferredThread(batches), Runnable::run, () -> AT, journal::add);
        slow.add(installed("a", 0, 1, "1.0"));
        block(slow);
        slow.remove(1);
        batches.remove(0).run();
        assertEquals(List.of(), List.copyOf(slow.acting()));
    }

    private static void block(Strategies strategies) {
        StrategyWork work = strategies.work().iterator().next();
        Watcher watcher = new Watcher(
                work.strategy(),
                new WatchedSession("cam", 1, StreamingSettings.DEFAULT, 0),
                work.guard("cam", 0),
                (which, asked) -> {});
        work.open(watcher);
        strategies.flush();
        for (int tick = 0; tick <= StrategyWork.TICKS_STARVED_MAX; tick++) {
            strategies.tick();
        }
    }

    /** Runs nothing by itself. */
    private static final class DeferredThread extends AbstractExecutorService {

        private final List<Runnable> batches;

        DeferredThread(List<Runnable> batches) {
            this.batches = batches;
        }

        @Override
        public void execute(Runnable batch) {
            batches.add(batch);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return true;
        }
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
