package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

class StrategyCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final DetectionStrategy GOOD = Strategies.timeout(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void goodStrategyIsReportedWithoutMisbehaviour() {
        CheckReport report = check(() -> GOOD);
        assertEquals(List.of(), report.misbehaviour());
        assertEquals("test", report.strategy());
        assertEquals(1, report.reports().size());
        assertTrue(report.reports().get(0).findings().outages() > 5, report::text);
        assertTrue(report.text().contains("| test | CONSTANT | "), report::text);
        assertTrue(report.text().endsWith("\nNo misbehaviour.\n"), report::text);
    }

    @Test
    void whatThrowsIsNamed() {
        assertMisbehaves("IllegalStateException: broken", session -> observation -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void whatNeverReturnsIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        CheckReport report = check(() -> Strategies.strategy(session -> observation -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Assessment.HEALTHY;
        }));
        assertEquals(1, report.misbehaviour().size(), report::text);
        assertTrue(report.misbehaviour().get(0).startsWith("Blocks in "), report::text);
        assertEquals(List.of(), report.reports());
    }

    @Test
    void whatIgnoresInterruptsIsGivenUpToo() {
        AtomicInteger release = new AtomicInteger();
        try {
            CheckReport report = check(() -> Strategies.strategy(session -> observation -> {
                while (release.get() == 0) {
                    Thread.onSpinWait();
                }
                return Assessment.HEALTHY;
            }));
            assertTrue(report.misbehaviour().get(0).endsWith("goes on when it is interrupted."), report::text);
        } finally {
            release.set(1);
        }
    }

    @Test
    void whatWaitsIsToldHoweverRarelyItDoes() {
        assertMisbehaves("Waits for time, a lock or another thread", session -> {
            LockSupport.parkNanos(1);
            return GOOD.watch(session);
        });
    }

    @Test
    void whatJudgesOtherwiseTheSecondTimeIsTold() {
        AtomicInteger made = new AtomicInteger();
        CheckReport report = check(() -> {
            int number = made.incrementAndGet();
            return Strategies.strategy(session -> {
                Detector good = GOOD.watch(session);
                return observation -> number == 2
                                && observation.nanos() > Duration.ofSeconds(90).toNanos()
                        ? new Assessment(Grade.WARNING, 1, "Second sight.", Set.of())
                        : good.observe(observation);
            });
        });
        assertEquals(1, report.misbehaviour().size(), report::text);
        assertTrue(
                report.misbehaviour()
                        .get(0)
                        .matches("Judges otherwise .* first at 90\\.0\\d\\d s, .*'Second sight\\.'\\."),
                report::text);
    }

    @Test
    void whatLeavesAThreadForEachSessionAndAtItsEndIsTold() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            CheckReport report = check(() -> Strategies.strategy(session -> {
                Thread thread = new Thread(() -> awaitUninterrupted(end), "stray");
                thread.setDaemon(true);
                thread.start();
                return GOOD.watch(session);
            }));
            assertTold("Leaves a thread running for sessions that are closed.", report);
            assertTold("Leaves threads running after its end: stray", report);
        } finally {
            end.countDown();
        }
    }

    @Test
    void threadThatEndsWithItsStrategyIsAllowed() {
        assertEquals(List.of(), check(ThreadOwner::new).misbehaviour());
    }

    @Test
    void whatKeepsClosedDetectorsIsTold() {
        List<Detector> kept = new ArrayList<>();
        assertMisbehaves("Keeps closed detectors: ", session -> {
            Detector detector = GOOD.watch(session);
            kept.add(detector);
            return detector;
        });
        assertFalse(kept.isEmpty());
    }

    @Test
    void whatKeepsAllObservationsIsTold() {
        assertMisbehaves("Keeps ever more memory: about ", session -> {
            List<Observation> all = new ArrayList<>();
            Detector good = GOOD.watch(session);
            return observation -> {
                all.add(observation);
                return good.observe(observation);
            };
        });
    }

    @Test
    void whatFloodsIsTold() {
        assertMisbehaves("Floods its camera with suspicions and probes", session -> {
            AtomicInteger shown = new AtomicInteger();
            Assessment warning = new Assessment(Grade.WARNING, 1, "Odd.", Set.of());
            return observation -> shown.incrementAndGet() % 2 == 0 ? Assessment.HEALTHY : warning;
        });
    }

    @Test
    void whatSuspectsWithoutReasonOrLevelIsTold() {
        CheckReport report = check(() ->
                Strategies.strategy(session -> observation -> new Assessment(Grade.WARNING, Double.NaN, "", Set.of())));
        assertTold("Says WARNING without a reason.", report);
        assertTold("Tells a level of NaN", report);
    }

    @Test
    void whatHasNoProperNameIsTold() {
        CheckReport report = check(() -> new DetectionStrategy() {
            @Override
            public String name() {
                return "My Detector";
            }

            @Override
            public Detector watch(WatchedSession session) {
                return GOOD.watch(session);
            }
        });
        assertEquals(List.of("Is named 'My Detector'; allowed is [a-z][a-z0-9_.-]*."), report.misbehaviour());
    }

    @Test
    void strategyThatCannotBeMadeFailsTheCheck() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> check(() -> {
                    throw new IllegalArgumentException("no licence");
                }));
        assertTrue(failure.getMessage().contains("no licence"), failure::getMessage);
    }

    private static void assertMisbehaves(String start, Function<WatchedSession, Detector> detectors) {
        assertTold(start, check(() -> Strategies.strategy(detectors)));
    }

    private static void assertTold(String part, CheckReport report) {
        assertTrue(report.misbehaviour().stream().anyMatch(text -> text.contains(part)), report::text);
    }

    private static CheckReport check(Supplier<DetectionStrategy> strategies) {
        return StrategyCheck.run(
                strategies,
                List.of(TraceKind.CONSTANT),
                Outages.typical(),
                Simulation.HOUR.lasting(Duration.ofHours(2)),
                PATIENCE);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                // It is to outlast whoever interrupts it.
                waiting = latch.getCount() > 0;
            }
        }
    }

    private static final class ThreadOwner implements DetectionStrategy, AutoCloseable {

        private final CountDownLatch end = new CountDownLatch(1);

        ThreadOwner() {
            Thread thread = new Thread(() -> awaitUninterrupted(end), "owned");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public String name() {
            return "owner";
        }

        @Override
        public Detector watch(WatchedSession session) {
            return GOOD.watch(session);
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
