package org.rnvr.lab.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.detection.testkit.DetectionTimes;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.detection.testkit.Outage.Kind;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.SimulatedSite;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.TraceKind;
import org.rnvr.event.Lost;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Recovered;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.Stalled;
import org.rnvr.event.Suspect;
import org.rnvr.lab.UsageException;

class MonitorDaysTest {

    private static final long SUSPECT_MEDIAN = 500;
    private static final long VERDICT_MOST = 2000;
    private static final int SUSPICIONS_A_DAY = 24;

    private static final Simulation HOUR = Simulation.HOUR;

    @Test
    void theSameSeedGivesTheSame() throws InterruptedException {
        MonitorDays days = typical(TraceKind.WIFI, StrategySet.all());
        MonitorReport one = days.run(2, 1);
        assertTrue(one.outages() > 0 && one.falseSuspicions() > 0, one.toString());
        assertEquals(untimed(one), untimed(days.run(2, 2)));
    }

    @ParameterizedTest
    @EnumSource(
            value = TraceKind.class,
            names = {"CONSTANT", "TCP_LOSS", "REBOOT"})
    void sparingTheLogicIdleTicksChangesNothingOfWhatItSays(TraceKind kind) {
        List<String> spared = story(kind, Outages.typical(), true);
        List<String> full = story(kind, Outages.typical(), false);
        assertTrue(spared.size() > 20, spared.toString());
        assertEquals(full, spared);
    }

    @Test
    void silentCutsAreSuspectedInHalfASecondAndLostInTwo() {
        List<Long> suspected = new ArrayList<>();
        for (int seed = 1; seed <= 20; seed++) {
            List<Long> suspects = new ArrayList<>();
            List<Long> losses = new ArrayList<>();
            List<Long> reconnected = new ArrayList<>();
            long begin = 60_000 + 97 * seed;
            Outages cut = Outages.of(Outage.at(Duration.ofMillis(begin), Duration.ofSeconds(30), Kind.CUT));
            simulate(
                    TraceKind.CONSTANT, cut, HOUR.lasting(Duration.ofMinutes(3)).seeded(seed), (event, before, at) -> {
                        long millis = at / 1_000_000 - begin;
                        if (event instanceof Suspect) {
                            suspects.add(millis);
                        } else if (event instanceof Lost) {
                            losses.add(millis);
                        } else if (event instanceof Reconnected) {
                            reconnected.add(millis);
                        }
                    });
            suspected.add(suspects.get(0));
            assertEquals(1, losses.size());
            assertTrue(losses.get(0) <= VERDICT_MOST, "lost after " + losses + " ms");
            assertEquals(1, reconnected.size());
            long back = reconnected.get(0) - 30_000;
            // A look, a session, and up to 2 s to the next key frame.
            assertTrue(back > 0 && back < 3500, "back after " + back + " ms");
        }
        long median = DetectionTimes.of(
                        suspected.stream().mapToLong(Long::longValue).toArray())
                .p50()
                .toNanos();
        assertTrue(median <= SUSPECT_MEDIAN, "suspected after " + suspected);
    }

    @ParameterizedTest
    @ValueSource(longs = {2000, 2500})
    void glitchesAreSuspectedAndTheSessionIsKept(long length) {
        for (int seed = 1; seed <= 20; seed++) {
            Outages glitch =
                    Outages.of(Outage.at(Duration.ofMillis(60_000 + 97 * seed), Duration.ofMillis(length), Kind.CUT));
            List<RnvrEvent> events = new ArrayList<>();
            simulate(
                    TraceKind.CONSTANT,
                    glitch,
                    HOUR.lasting(Duration.ofMinutes(3)).seeded(seed),
                    (event, before, at) -> events.add(event));
            assertTrue(events.stream().anyMatch(Suspect.class::isInstance));
            assertEquals(1, events.stream().filter(Recovered.class::isInstance).count());
            assertEquals(
                    0, events.stream().filter(Reconnected.class::isInstance).count());
        }
    }

    @Test
    void pausedMediaStall() {
        Outages pause = Outages.of(Outage.at(Duration.ofMinutes(1), Duration.ofSeconds(30), Kind.MEDIA_PAUSED));
        List<RnvrEvent> events = new ArrayList<>();
        simulate(
                TraceKind.CONSTANT,
                pause,
                HOUR.lasting(Duration.ofMinutes(3)),
                (event, before, at) -> events.add(event));
        assertEquals(1, events.stream().filter(Stalled.class::isInstance).count());
        assertEquals(0, events.stream().filter(Lost.class::isInstance).count());
    }

    @ParameterizedTest
    @EnumSource(
            value = TraceKind.class,
            names = {"WIFI", "TCP_LOSS", "UDP_LOSS"})
    void adaptiveKeepsItsPromiseOverLossyPathsForADay(TraceKind kind) throws InterruptedException, UsageException {
        MonitorReport report = typical(kind, StrategySet.named("adaptive")).run(1, 1);
        assertTrue(report.falseSuspicions() <= SUSPICIONS_A_DAY, report.toString());
        checkDay(report);
    }

    @ParameterizedTest
    @EnumSource(TraceKind.class)
    void allTogetherLoseNothingWithoutCauseForADay(TraceKind kind) throws InterruptedException {
        MonitorReport report = typical(kind, StrategySet.all()).run(1, 1);
        if (kind.wired()) {
            assertTrue(report.falseSuspicions() <= SUSPICIONS_A_DAY, report.toString());
        }
        checkDay(report);
    }

    private static void checkDay(MonitorReport report) {
        assertTrue(report.outages() > 100, report.toString());
        assertEquals(0, report.unnoticed(), report.toString());
        assertEquals(0, report.falseLosses(), report.toString());
    }

    private static MonitorDays typical(TraceKind kind, StrategySet strategies) {
        return new MonitorDays(kind, Outages.typical(), strategies, SimulateOptions.dayOf(kind));
    }

    private static List<String> story(TraceKind kind, Outages outages, boolean skipping) {
        List<String> story = new ArrayList<>();
        Simulation hours = HOUR.lasting(Duration.ofHours(2));
        SimulatedSite site = new SimulatedSite(kind, outages, hours);
        SimulatedMonitor monitor = new SimulatedMonitor(
                site,
                StrategySet.all().fresh(),
                hours.settings(),
                1,
                skipping,
                (event, before, at) -> story.add(event.getClass().getSimpleName()));
        while (site.machineNanos() < hours.duration().toNanos()) {
            monitor.step();
        }
        return story;
    }

    private static void simulate(
            TraceKind kind, Outages outages, Simulation simulation, SimulatedMonitor.Listener listener) {
        SimulatedSite site = new SimulatedSite(kind, outages, simulation);
        SimulatedMonitor monitor = new SimulatedMonitor(
                site, StrategySet.all().fresh(), simulation.settings(), simulation.seed(), true, listener);
        while (site.machineNanos() < simulation.duration().toNanos()) {
            monitor.step();
        }
    }

    private static MonitorReport untimed(MonitorReport report) {
        return new MonitorReport(
                report.trace(),
                report.wired(),
                report.strategies(),
                report.simulated(),
                report.outages(),
                report.unnoticed(),
                report.suspect(),
                report.verdict(),
                report.back(),
                report.glitches(),
                report.glitchesReplaced(),
                report.falseSuspicions(),
                report.falseLosses(),
                report.observations(),
                Duration.ZERO);
    }
}
