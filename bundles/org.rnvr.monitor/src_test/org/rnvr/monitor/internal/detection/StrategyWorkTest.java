package org.rnvr.monitor.internal.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

/** A strategy on a real thread of its own. */
@Timeout(30)
class StrategyWorkTest {

    private static final WatchedSession SESSION = new WatchedSession("cam", 1, StreamingSettings.DEFAULT, 0);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Runnable> lane = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();

    @AfterEach
    void endThread() throws InterruptedException {
        thread.shutdownNow();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
    }

    private StrategyWork work(Detector detector) {
        InstalledStrategy strategy = new InstalledStrategy("s", 0, 1, "bundle", "1", new DetectionStrategy() {
            @Override
            public String name() {
                return "s";
            }

            @Override
            public Detector watch(WatchedSession session) {
                return detector;
            }
        });
        return new StrategyWork(
                strategy,
                thread,
                lane::add,
                (which, text, cause) -> complaints.add(text),
                which -> returned.add(which.name()));
    }

    private static Watcher watcher(StrategyWork work, List<Assessment> heard) {
        Watcher watcher = new Watcher(
                work.strategy(), SESSION, work.guard("cam", 0), (which, asked) -> heard.add(which.assessment()));
        work.open(watcher);
        return watcher;
    }

    private static void awaitWaiting(AtomicReference<Thread> thread) {
        await(() -> thread.get() != null && thread.get().getState() == Thread.State.WAITING);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it does not come to that");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void awaitLane() throws InterruptedException {
        Runnable task = lane.poll(10, TimeUnit.SECONDS);
        assertTrue(task != null, "nothing came back");
        task.run();
    }

    @Test
    void whatTheDetectorThinksComesBackToTheLane() throws InterruptedException {
        List<Assessment> heard = new ArrayList<>();
        Assessment suspect = new Assessment(Grade.SUSPECT, 1, "Hm.", Set.of());
        StrategyWork work = work(observation -> suspect);
        Watcher watcher = watcher(work, heard);
        work.show(watcher, new Observation.Tick(1));
        work.flush();
        assertEquals(List.of(), heard, "not before");
        awaitLane();
        assertEquals(List.of(suspect), heard);
        assertEquals(suspect, watcher.assessment());
    }

    @Test
    void blockedStrategyIsComplainedOfAfterSomeTicksAndHoldsNobodyUp() throws InterruptedException {
        CountDownLatch forever = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<Thread> blocking = new AtomicReference<>();
        StrategyWork work = work(observation -> {
            blocking.set(Thread.currentThread());
            try {
                forever.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
            return Assessment.HEALTHY;
        });
        work.show(watcher(work, new ArrayList<>()), new Observation.Tick(1));
        work.flush();
        awaitWaiting(blocking);
        for (int i = 0; i < StrategyWork.TICKS_MAX; i++) {
            work.tick();
            work.flush();
        }
        assertEquals(List.of(), complaints);
        work.tick();
        assertEquals(List.of("blocks its detectors' thread"), complaints);
        work.abandon();
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        assertTrue(work.isOver());
        assertEquals(List.of(), returned);
        awaitLane();
        assertEquals(List.of("s"), returned);
    }

    @Test
    void oneThatComputesWithoutEndBlocks() throws InterruptedException {
        AtomicReference<Thread> computing = new AtomicReference<>();
        StrategyWork work = work(observation -> {
            computing.set(Thread.currentThread());
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return Assessment.HEALTHY;
        });
        work.show(watcher(work, new ArrayList<>()), new Observation.Tick(1));
        work.flush();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        await(() -> computing.get() != null);
        for (int i = 0; i <= StrategyWork.TICKS_MAX; i++) {
            assertEquals(List.of(), complaints, "after " + i + " ticks");
            long used = threads.getThreadCpuTime(computing.get().getId());
            await(() -> threads.getThreadCpuTime(computing.get().getId()) != used);
            work.tick();
        }
        assertEquals(List.of("blocks its detectors' thread"), complaints);
        work.abandon();
        awaitLane();
    }

    @Test
    void oneThatThisMachineGivesNoTimeIsWaitedFor() throws InterruptedException {
        CountDownLatch elsewhere = occupyThread();
        List<Assessment> heard = new ArrayList<>();
        Assessment suspect = new Assessment(Grade.SUSPECT, 1, "Hm.", Set.of());
        StrategyWork work = work(observation -> suspect);
        work.show(watcher(work, heard), new Observation.Tick(1));
        work.flush();
        for (int i = 0; i < StrategyWork.TICKS_STARVED_MAX; i++) {
            work.tick();
        }
        assertEquals(List.of(), complaints);
        elsewhere.countDown();
        awaitLane();
        assertEquals(List.of(suspect), heard);
    }

    @Test
    void oneThatDoesNotComeToItForTooLongIsComplainedOfAllTheSame() throws InterruptedException {
        CountDownLatch elsewhere = occupyThread();
        StrategyWork work = work(observation -> Assessment.HEALTHY);
        work.show(watcher(work, new ArrayList<>()), new Observation.Tick(1));
        work.flush();
        for (int i = 0; i <= StrategyWork.TICKS_STARVED_MAX; i++) {
            work.tick();
        }
        assertEquals(List.of("blocks its detectors' thread"), complaints);
        elsewhere.countDown();
        awaitLane();
    }

    /** The strategies' thread comes to nothing until this is counted down. */
    private CountDownLatch occupyThread() {
        CountDownLatch free = new CountDownLatch(1);
        thread.execute(() -> {
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return free;
    }

    @Test
    void oneThatFailsAfterItBlockedDoesNotGoOn() throws InterruptedException {
        CountDownLatch forever = new CountDownLatch(1);
        AtomicReference<Thread> blocking = new AtomicReference<>();
        StrategyWork work = work(observation -> {
            blocking.set(Thread.currentThread());
            try {
                forever.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Assessment.HEALTHY;
        });
        work.show(watcher(work, new ArrayList<>()), new Observation.Tick(1));
        work.flush();
        awaitWaiting(blocking);
        for (int i = 0; i <= StrategyWork.TICKS_MAX; i++) {
            work.tick();
        }
        assertTrue(work.isBlocked());
        work.abandon();
        awaitLane();
        assertEquals(List.of(), returned);
    }

    @Test
    void strategyThatGoesHasItsDetectorsClosedAndItsThreadEnded() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        StrategyWork work = work(new Detector() {
            @Override
            public Assessment observe(Observation observation) {
                return Assessment.HEALTHY;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        Watcher watcher = watcher(work, new ArrayList<>());
        work.flush();
        awaitLane();
        work.leave();
        work.close(watcher);
        work.flush();
        assertTrue(closed.await(10, TimeUnit.SECONDS));
        awaitLane();
        assertTrue(work.isOver());
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void closedWatcherIsHeardNoMore() throws InterruptedException {
        List<Assessment> heard = new ArrayList<>();
        StrategyWork work = work(observation -> new Assessment(Grade.DEAD, 1, "Gone.", Set.of()));
        Watcher watcher = watcher(work, heard);
        work.show(watcher, new Observation.Tick(1));
        work.flush();
        work.close(watcher);
        awaitLane();
        assertEquals(List.of(), heard);
    }

    @Test
    void strategyThatGoesIsNotOverBeforeItsDetectorsAreClosed() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        StrategyWork work = work(new Detector() {
            @Override
            public Assessment observe(Observation observation) {
                return Assessment.HEALTHY;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        Watcher watcher = watcher(work, new ArrayList<>());
        work.flush();
        work.leave();
        awaitLane();
        work.flush();
        assertFalse(work.isOver(), "as when a camera's reply comes between two ticks");
        work.close(watcher);
        work.flush();
        assertTrue(closed.await(10, TimeUnit.SECONDS));
        awaitLane();
        assertTrue(work.isOver());
    }

    @Test
    void whateverItThrowsIsComplainedOfAtOnce() throws InterruptedException {
        for (Throwable thrown :
                List.of(new IllegalStateException(), new Error(), new Exception("unchecked by force"))) {
            complaints.clear();
            StrategyWork work = work(observation -> StrategyWorkTest.<RuntimeException, Assessment>fail(thrown));
            work.show(watcher(work, new ArrayList<>()), new Observation.Tick(1));
            work.flush();
            awaitLane();
            assertEquals(List.of("failed on camera cam"), complaints, thrown.toString());
        }
    }

    @Test
    void floodIsComplainedOf() throws InterruptedException {
        for (Grade calm : List.of(Grade.HEALTHY, Grade.WARNING)) {
            complaints.clear();
            boolean[] bad = {false};
            StrategyWork work = work(observation -> {
                bad[0] = !bad[0];
                return new Assessment(bad[0] ? Grade.SUSPECT : calm, 1, "Hm.", Set.of());
            });
            Watcher watcher = watcher(work, new ArrayList<>());
            for (int tick = 1; tick <= 100 && complaints.isEmpty(); tick++) {
                work.show(watcher, new Observation.Tick(TimeUnit.MILLISECONDS.toNanos(50L * tick)));
                work.flush();
                awaitLane();
            }
            assertEquals(List.of("floods camera cam with suspicions and probes"), complaints, calm.toString());
        }
    }

    /** Throws what Java would not let an implementation throw, as other languages and tools do. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable, R> R fail(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
