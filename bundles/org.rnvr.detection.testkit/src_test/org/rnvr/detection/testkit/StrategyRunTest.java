package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.RequestEnded;
import org.rnvr.detection.Observation.Tick;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.detection.testkit.Outage.Kind;
import org.rnvr.pipeline.ReplyOutcome;

class StrategyRunTest {

    private static final long MILLI = 1_000_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final DetectionStrategy TIMEOUT = Strategies.timeout(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final List<Observation> shown = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesSameFindings(TraceKind kind) {
        Simulation simulation = Simulation.HOUR.seeded(5);
        Findings findings =
                StrategyRun.run(TIMEOUT, kind, Outages.typical(), simulation).findings();
        assertEquals(
                findings,
                StrategyRun.run(TIMEOUT, kind, Outages.typical(), simulation).findings());
        assertNotEquals(
                findings,
                StrategyRun.run(TIMEOUT, kind, Outages.typical(), simulation.seeded(6))
                        .findings());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REBOOT")
    void observationsFollowTheContract(TraceKind kind) {
        run(kind.withAudio(), Outages.none(), Simulation.HOUR, Assessment.HEALTHY);
        long before = 0;
        for (Observation observation : shown) {
            assertTrue(observation.nanos() >= before, "time goes back");
            assertTrue(observation.nanos() - before <= 150 * MILLI, "longer than it was listened to");
            before = observation.nanos();
            if (observation instanceof MediaArrived media) {
                assertTrue(media.frames() > 0 && media.keyFrames() <= media.frames() && media.bytes() > 0);
                assertTrue(media.lastArrivalNanos() <= media.nanos());
            }
        }
        long ticks = shown.stream().filter(Tick.class::isInstance).count();
        assertEquals(shown.stream().map(Observation::nanos).distinct().count(), ticks, "one tick each time");
    }

    @Test
    void fastModeShowsMediaOrTickAtEachTick() {
        Simulation fast = Simulation.HOUR.ticking(Duration.ofMillis(100)).showingOneObservationATick();
        run(TraceKind.FPS_1, Outages.none(), fast, Assessment.HEALTHY);
        assertEquals(36_000, shown.size());
        assertEquals(3600, shown.stream().filter(MediaArrived.class::isInstance).count(), 1);
    }

    @Test
    void fixedTimeoutDetectsAfterItsTime() {
        Findings findings = StrategyRun.run(
                        TIMEOUT,
                        TraceKind.CONSTANT,
                        Outages.random(Duration.ofMinutes(2), Duration.ofSeconds(8), Duration.ofSeconds(20), Kind.CUT),
                        Simulation.HOUR.lasting(Duration.ofHours(10)))
                .findings();
        assertTrue(findings.outages() > 200, findings::toString);
        assertEquals(0, findings.missed());
        assertEquals(0, findings.notConvicted());
        assertEquals(0, findings.falseSuspicions());
        assertEquals(0, findings.falseLosses());
        assertEquals(findings.outages() + 1, findings.sessions());
        assertWithin(960, 1010, findings.suspect().p50());
        assertWithin(1000, 1060, findings.suspect().max());
        assertWithin(4960, 5010, findings.dead().p50());
        assertWithin(5000, 5060, findings.dead().max());
    }

    @Test
    void fixedTimeoutSuspectsEveryFrameThatIsSlower() {
        Findings findings = StrategyRun.run(
                        Strategies.timeout(Duration.ofMillis(800), Duration.ofSeconds(5)),
                        TraceKind.FPS_1,
                        Outages.none(),
                        Simulation.HOUR)
                .findings();
        assertEquals(3599, findings.falseSuspicions(), 2);
        assertEquals(findings.falseSuspicions(), findings.falseSuspicionsPerHour(), 2);
        assertEquals(24.0 * findings.falseSuspicions(), findings.falseSuspicionsPerCameraDay(), 48);
        assertEquals(0, findings.falseLosses());
    }

    @Test
    void sessionGivenUpWithoutOutageIsAFalseLoss() {
        Findings findings = StrategyRun.run(
                        Strategies.timeout(Duration.ofMillis(500), Duration.ofMillis(800)),
                        TraceKind.FPS_1,
                        Outages.none(),
                        Simulation.HOUR)
                .findings();
        assertTrue(findings.falseLosses() > 2000, findings::toString);
        assertEquals(findings.falseLosses() + 1, findings.sessions(), 1);
    }

    @Test
    void standstillOfTheMachineIsNoSilence() {
        Findings findings = StrategyRun.run(
                        TIMEOUT, TraceKind.VM_PAUSE, Outages.none(), Simulation.HOUR.lasting(Duration.ofHours(10)))
                .findings();
        assertEquals(0, findings.falseSuspicions());
        assertTrue(findings.watched().compareTo(Duration.ofMinutes(595)) < 0, "the machine stood still");
    }

    @Test
    void restartOfTheCameraIsAnOutage() {
        Findings findings = StrategyRun.run(
                        TIMEOUT, TraceKind.REBOOT, Outages.none(), Simulation.HOUR.lasting(Duration.ofHours(10)))
                .findings();
        assertTrue(findings.outages() >= 10, findings::toString);
        assertEquals(0, findings.notConvicted());
        assertEquals(0, findings.falseSuspicions());
    }

    @Test
    void strategyThatNeverSuspectsMissesAll() {
        DetectionStrategy blind = Strategies.strategy(session -> observation -> Assessment.HEALTHY);
        Findings findings = StrategyRun.run(
                        blind, TraceKind.CONSTANT, Outages.typical(), Simulation.HOUR.lasting(Duration.ofHours(10)))
                .findings();
        assertTrue(findings.outages() > 50, findings::toString);
        assertEquals(findings.outages(), findings.missed());
        assertEquals(findings.outages(), findings.notConvicted());
        assertEquals(0, findings.glitchesSuspected());
        assertTrue(findings.sessions() > 1, "a session forgotten by the camera is replaced at last");
    }

    @Test
    void glitchThatIsConvictedIsTold() {
        Findings findings = StrategyRun.run(
                        Strategies.timeout(Duration.ofMillis(500), Duration.ofSeconds(1)),
                        TraceKind.CONSTANT,
                        Outages.of(
                                Outage.at(Duration.ofSeconds(10), Duration.ofMillis(1500), Kind.CUT),
                                Outage.at(Duration.ofSeconds(30), Duration.ofMillis(700), Kind.MEDIA_PAUSED)),
                        Simulation.HOUR)
                .findings();
        assertEquals(2, findings.glitches());
        assertEquals(2, findings.glitchesSuspected());
        assertEquals(1, findings.glitchesConvicted());
        assertEquals(0, findings.outages());
        assertEquals(0, findings.falseLosses());
    }

    @Test
    void mediaGoOnAtTheRetransmissionOverTcpAndAtOnceOverUdp() {
        Outages cut = Outages.of(Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(2), Kind.CUT));
        run(TraceKind.CONSTANT, cut, Simulation.HOUR.lasting(MINUTE), Assessment.HEALTHY);
        MediaArrived overTcp = longestGap();
        assertEquals(3000, overTcp.longestGapNanos() / 1e6, 60);
        assertEquals(75, overTcp.frames(), 2);
        assertEquals(MINUTE.toMillis() / 40, frames(), 2);

        shown.clear();
        run(TraceKind.CONSTANT, cut, Simulation.HOUR.lasting(MINUTE).with(udp()), Assessment.HEALTHY);
        MediaArrived overUdp = longestGap();
        assertEquals(2000, overUdp.longestGapNanos() / 1e6, 60);
        assertTrue(overUdp.frames() <= 2);
        assertEquals(MINUTE.toMillis() / 40 - 50, frames(), 3);
    }

    @Test
    void probesAreAnsweredWhileThePathIsUp() {
        run(TraceKind.CONSTANT, Outages.none(), Simulation.HOUR.lasting(MINUTE), asking());
        assertTrue(requests().size() > 1000);
        assertTrue(requests().stream()
                .allMatch(request -> request.outcome() == ReplyOutcome.ANSWERED
                        && request.status() == 200
                        && request.roundTrip().toMillis() < 10));
        assertTrue(looks().size() > 1000);
        assertTrue(looks().stream().allMatch(PathProbed::answered));
    }

    @Test
    void probesFailInACutAndAreAnsweredInAPauseOfTheMedia() {
        Duration tenth = Duration.ofSeconds(10);
        Outages cut = Outages.of(Outage.at(tenth, Duration.ofSeconds(30), Kind.CUT));
        run(TraceKind.CONSTANT, cut, Simulation.HOUR.lasting(MINUTE), asking());
        assertEquals(29, looks().stream().filter(look -> !look.answered()).count(), 2);
        assertEquals(ReplyOutcome.TIMED_OUT, outcomeAfter(15));

        shown.clear();
        Outages pause = Outages.of(Outage.at(tenth, Duration.ofSeconds(30), Kind.MEDIA_PAUSED));
        run(TraceKind.CONSTANT, pause, Simulation.HOUR.lasting(MINUTE), asking());
        assertTrue(looks().stream().allMatch(PathProbed::answered));
        assertTrue(requests().stream().allMatch(request -> request.outcome() == ReplyOutcome.ANSWERED));
    }

    @Test
    void requestIsAnsweredWithTheFirstRetransmissionAfterTheCut() {
        Outages cut = Outages.of(Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(2), Kind.CUT));
        run(TraceKind.CONSTANT, cut, Simulation.HOUR.lasting(MINUTE), asking());
        RequestEnded slowest = requests().stream()
                .max((one, other) -> one.roundTrip().compareTo(other.roundTrip()))
                .orElseThrow();
        assertEquals(ReplyOutcome.ANSWERED, slowest.outcome());
        assertEquals(3000, slowest.roundTrip().toMillis(), 60);
    }

    @Test
    void sessionIsRefusedAfterARestart() {
        Outages restart = Outages.of(Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(4), Kind.REBOOT));
        run(TraceKind.CONSTANT, restart, Simulation.HOUR.lasting(Duration.ofSeconds(40)), asking());
        assertEquals(ReplyOutcome.FAILED, outcomeAfter(20));
        assertTrue(looks().get(looks().size() - 1).answered());
    }

    @Test
    void stallDelaysAnswers() {
        run(TraceKind.WIFI, Outages.none(), Simulation.HOUR, asking());
        assertTrue(requests().stream().anyMatch(request -> request.roundTrip().toMillis() > 300));
        assertTrue(requests().stream().allMatch(request -> request.roundTrip().toMillis() < 1500));
        assertTrue(requests().stream().allMatch(request -> request.outcome() == ReplyOutcome.ANSWERED));
    }

    @Test
    void suspectedSessionIsLookedAtWithoutAsking() {
        Outages cut = Outages.of(Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(20), Kind.MEDIA_PAUSED));
        StrategyReport report = StrategyRun.run(
                recording(Strategies.timeout(Duration.ofSeconds(1), MINUTE)),
                TraceKind.CONSTANT,
                cut,
                Simulation.HOUR.lasting(MINUTE));
        assertEquals(19 * 4, looks().size(), 3);
        assertEquals(0, report.findings().probes());
    }

    @Test
    void warningsAreCountedByEpisode() {
        Assessment warning = new Assessment(Assessment.Grade.WARNING, 0.5, "Slow.", Set.of());
        DetectionStrategy strategy = Strategies.strategy(
                session -> observation -> observation.nanos() / (1000 * MILLI) % 10 < 5 ? Assessment.HEALTHY : warning);
        Findings findings = StrategyRun.run(
                        strategy, TraceKind.CONSTANT, Outages.none(), Simulation.HOUR.lasting(MINUTE))
                .findings();
        assertEquals(6, findings.warnings());
        assertEquals(0, findings.falseSuspicions());
    }

    @Test
    void strategyThatThrowsIsCutOffAndReported() {
        AtomicInteger observed = new AtomicInteger();
        StrategyReport report = trial(session -> observation -> {
            if (observed.incrementAndGet() == 10) {
                throw new IllegalStateException("broken");
            }
            return Assessment.HEALTHY;
        });
        assertEquals(10, observed.get());
        assertEquals(
                List.of("Fails at an observation of kind Tick and would be cut off:"
                        + " java.lang.IllegalStateException: broken."),
                report.misbehaviour());
    }

    @Test
    void strategyWithoutDetectorOrAssessmentIsReported() {
        assertTrue(trial(session -> null).misbehaviour().get(0).startsWith("Fails to watch a session"));
        assertTrue(trial(session -> observation -> null).misbehaviour().get(0).contains("no assessment"));
        assertTrue(trial(session -> {
                    throw new AssertionError("no");
                })
                .misbehaviour()
                .get(0)
                .contains("AssertionError: no"));
    }

    @Test
    void strategyThatCannotCloseIsReported() {
        StrategyReport report = trial(session -> new Detector() {
            @Override
            public Assessment observe(Observation observation) {
                return Assessment.HEALTHY;
            }

            @Override
            public void close() {
                throw new IllegalStateException("stuck");
            }
        });
        assertTrue(report.misbehaviour().get(0).startsWith("Fails to close"), report::toString);
    }

    @Test
    void strategyThatAsksTooOftenIsReported() {
        StrategyReport report = trial(session -> observation -> asking());
        assertEquals(1, report.misbehaviour().size(), report::toString);
        assertTrue(report.misbehaviour().get(0).startsWith("Asks for "), report::toString);
    }

    @Test
    void slowStrategyIsReported() {
        DetectionStrategy slow = Strategies.strategy(session -> observation -> {
            long until = System.nanoTime() + 2 * MILLI;
            while (System.nanoTime() - until < 0) {
                Thread.onSpinWait();
            }
            return Assessment.HEALTHY;
        });
        StrategyReport report = StrategyRun.run(
                slow, TraceKind.CONSTANT, Outages.none(), Simulation.HOUR.lasting(Duration.ofSeconds(5)));
        assertTrue(report.nanosPerObservation() >= 2 * MILLI);
        assertTrue(report.misbehaviour().get(0).startsWith("Takes "), report::toString);
    }

    @Test
    void detectorIsNeverCalledAfterItsClose() {
        AtomicInteger open = new AtomicInteger();
        DetectionStrategy strict = Strategies.strategy(session -> new Detector() {
            private final Detector timeout = TIMEOUT.watch(session);
            private boolean closed;

            {
                assertEquals(1, open.incrementAndGet());
            }

            @Override
            public Assessment observe(Observation observation) {
                assertTrue(!closed, "called after its close");
                return timeout.observe(observation);
            }

            @Override
            public void close() {
                assertTrue(!closed, "closed twice");
                closed = true;
                open.decrementAndGet();
            }
        });
        StrategyReport report = StrategyRun.run(
                strict, TraceKind.CONSTANT, Outages.typical(), Simulation.HOUR.lasting(Duration.ofHours(5)));
        assertEquals(List.of(), report.misbehaviour());
        assertTrue(report.findings().sessions() > 10);
        assertEquals(0, open.get());
    }

    @Test
    void yearIsTheSameOnAnyNumberOfThreads() throws InterruptedException {
        Simulation day = Simulation.HOUR.ticking(Duration.ofMillis(100)).showingOneObservationATick();
        StrategyReport one = StrategyYear.run(() -> TIMEOUT, TraceKind.WIFI, Outages.typical(), day, 3, 1);
        StrategyReport two = StrategyYear.run(() -> TIMEOUT, TraceKind.WIFI, Outages.typical(), day, 3, 2);
        assertEquals(one.findings(), two.findings());
        assertTrue(one.findings().outages() > 300, one::toString);
        assertTrue(one.findings().falseSuspicions() > 0, one::toString);
    }

    @Test
    void tableHasALineForEachTrace() {
        List<StrategyReport> reports = StrategyTrial.run(
                Strategies.strategy(session -> observation -> asking()),
                List.of(TraceKind.values()),
                Outages.typical(),
                Simulation.HOUR.lasting(MINUTE));
        List<String> lines = StrategyTrial.markdown(reports).lines().toList();
        for (TraceKind kind : TraceKind.values()) {
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.startsWith("| test | " + kind + " |"))
                            .count());
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.startsWith("- test over " + kind + ": Asks for"))
                            .count());
        }
    }

    private static StrategyReport trial(Function<WatchedSession, Detector> detectors) {
        return StrategyRun.run(
                Strategies.strategy(detectors), TraceKind.CONSTANT, Outages.none(), Simulation.HOUR.lasting(MINUTE));
    }

    private void run(TraceSource traces, Outages outages, Simulation simulation, Assessment always) {
        StrategyReport report = StrategyRun.run(
                recording(Strategies.strategy(session -> observation -> always)), traces, outages, simulation);
        assertEquals(report.findings().observations(), shown.size());
    }

    private DetectionStrategy recording(DetectionStrategy strategy) {
        return Strategies.strategy(session -> {
            Detector detector = strategy.watch(session);
            return observation -> {
                shown.add(observation);
                return detector.observe(observation);
            };
        });
    }

    private List<RequestEnded> requests() {
        return shown.stream()
                .filter(RequestEnded.class::isInstance)
                .map(RequestEnded.class::cast)
                .toList();
    }

    private List<PathProbed> looks() {
        return shown.stream()
                .filter(PathProbed.class::isInstance)
                .map(PathProbed.class::cast)
                .toList();
    }

    private ReplyOutcome outcomeAfter(int seconds) {
        return requests().stream()
                .filter(request -> request.nanos() > seconds * 1000 * MILLI)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private long frames() {
        return shown.stream()
                .filter(MediaArrived.class::isInstance)
                .mapToLong(media -> ((MediaArrived) media).frames())
                .sum();
    }

    private MediaArrived longestGap() {
        return shown.stream()
                .filter(MediaArrived.class::isInstance)
                .map(MediaArrived.class::cast)
                .max((one, other) -> Long.compare(one.longestGapNanos(), other.longestGapNanos()))
                .orElseThrow();
    }

    private static Assessment asking() {
        return new Assessment(Assessment.Grade.HEALTHY, 0, "", Set.of(Probe.SESSION_REQUEST, Probe.FRESH_CONNECTION));
    }

    private static StreamingSettings udp() {
        StreamingSettings tcp = StreamingSettings.DEFAULT;
        return new StreamingSettings(
                tcp.defaultLayout(),
                tcp.osd(),
                false,
                List.of(),
                tcp.bufferSize(),
                tcp.latency(),
                tcp.tcpTimeout(),
                DetectionSettings.DEFAULT,
                Transport.UDP,
                true,
                5,
                tcp.reconnectDelay());
    }

    private static void assertWithin(long leastMillis, long mostMillis, Duration time) {
        assertTrue(time.toMillis() >= leastMillis && time.toMillis() <= mostMillis, time::toString);
    }
}
