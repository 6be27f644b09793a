package org.rnvr.console.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.rnvr.console.Console;

/**
 * Notices when code of the product keeps the UI thread waiting for something: a lock, another thread, the disk, the network.
 * What merely computes is not judged, for on a busy machine that takes as long as others let it.
 */
final class UiWatchdog implements AutoCloseable {

    /** The longest that it may wait. */
    static final Duration LIMIT = Duration.ofMillis(100);

    private static final String PRODUCT = "org.rnvr.";
    private static final String TESTS = UiWatchdog.class.getPackageName() + ".";
    private static final String CONSOLE = Console.class.getName();
    private static final List<String> WAITING_CALLS =
            List.of("java.io.", "java.net.", "sun.nio.", "sun.net.", "org.sqlite.", "com.sun.jna.");
    private static final String ASLEEP = "SD";
    private static final long PING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SAMPLE_MILLIS = 10;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What is between two samples counts for no longer: the watchdog itself may have been kept waiting. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(2 * SAMPLE_MILLIS);

    private final Display display;
    private final Thread ui;
    private final Path task;
    private final Thread watching;
    private final List<String> findings = new ArrayList<>();
    private volatile boolean closed;

    /** For the thread on which it is made. */
    UiWatchdog(Display display) throws IOException {
        this.display = display;
        this.ui = Thread.currentThread();
        task = Path.of("/proc/thread-self").toRealPath();
        watching = new Thread(this::watch, "ui-watchdog");
        watching.setDaemon(true);
        watching.start();
    }

    /** What was noticed since the last call, a stack each. */
    List<String> takeFindings() {
        synchronized (findings) {
            List<String> taken = List.copyOf(findings);
            findings.clear();
            return taken;
        }
    }

    /** Waits until something was noticed that nobody has taken yet; not for ever. */
    void awaitFinding() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_NANOS;
        synchronized (findings) {
            for (long left = LONGEST_NANOS; findings.isEmpty() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(findings, left);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        watching.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void watch() {
        try {
            while (!closed && !display.isDisposed()) {
                CountDownLatch answered = new CountDownLatch(1);
                display.asyncExec(answered::countDown);
                follow(answered);
                LockSupport.parkNanos(PING_NANOS);
            }
        } catch (SWTException e) {
            if (!display.isDisposed()) {
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(CountDownLatch answered) throws InterruptedException {
        Optional<Wait> wait = Optional.empty();
        while (!answered.await(SAMPLE_MILLIS, TimeUnit.MILLISECONDS) && !closed && ui.isAlive()) {
            Optional<Wait> next = sample();
            if (next.isPresent()
                    && wait.isPresent()
                    && next.get().place().equals(wait.get().place())) {
                wait = Optional.of(wait.get().still());
            } else {
                wait = next;
            }
            wait.filter(Wait::isTooLong).ifPresent(this::report);
        }
    }

    private void report(Wait wait) {
        synchronized (findings) {
            if (!findings.contains(wait.place())) {
                findings.add(wait.place());
                findings.notifyAll();
            }
        }
    }

    /** Where the UI thread waits now, if it does and the product is to blame. */
    private Optional<Wait> sample() {
        Thread.State state = ui.getState();
        StackTraceElement[] stack = ui.getStackTrace();
        if (stack.length == 0 || !waits(state, stack[0]) || !isAsleep() || !isOfProduct(stack)) {
            return Optional.empty();
        }
        String place = Arrays.stream(stack).map(StackTraceElement::toString).collect(Collectors.joining("\n  at "));
        return Optional.of(new Wait(place, 0, System.nanoTime()));
    }

    private static boolean waits(Thread.State state, StackTraceElement top) {
        return switch (state) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case RUNNABLE -> WAITING_CALLS.stream().anyMatch(top.getClassName()::startsWith);
            default -> false;
        };
    }

    /** As the system has it: it is not merely behind others that use the processor, though woken already. */
    private boolean isAsleep() {
        try {
            String stat = Files.readString(task.resolve("stat"));
            return ASLEEP.indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    /**
     * The console itself is at the bottom of every stack of this thread. Whoever has opened a dialog does not wait, but has
     * events dispatched: to others of the product, or to a test.
     */
    private static boolean isOfProduct(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .takeWhile(frame -> !isDispatch(frame))
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith(PRODUCT) && !name.startsWith(TESTS) && !name.equals(CONSOLE));
    }

    private static boolean isDispatch(StackTraceElement frame) {
        return frame.getClassName().equals(Display.class.getName())
                && frame.getMethodName().equals("readAndDispatch");
    }

    private record Wait(String place, long nanos, long last) {

        Wait still() {
            long now = System.nanoTime();
            return new Wait(place, nanos + Math.min(now - last, MOST_NANOS), now);
        }

        boolean isTooLong() {
            return nanos > LIMIT.toNanos();
        }
    }
}
