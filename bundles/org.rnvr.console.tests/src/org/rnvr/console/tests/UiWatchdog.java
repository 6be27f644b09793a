package org.rnvr.console.tests;

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
    private static final long PING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SAMPLE_MILLIS = 10;

    private final Display display;
    private final Thread ui;
    private final Thread watching;
    private final List<String> findings = new ArrayList<>();
    private volatile boolean closed;

    UiWatchdog(Display display) {
        this.display = display;
        this.ui = display.getThread();
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
            }
        }
    }

    /** Where the UI thread waits now, if it does and the product is to blame. */
    private Optional<Wait> sample() {
        Thread.State state = ui.getState();
        StackTraceElement[] stack = ui.getStackTrace();
        if (stack.length == 0 || !waits(state, stack[0]) || !isOfProduct(stack)) {
            return Optional.empty();
        }
        String place = Arrays.stream(stack).map(StackTraceElement::toString).collect(Collectors.joining("\n  at "));
        return Optional.of(new Wait(place, System.nanoTime(), System.nanoTime()));
    }

    private static boolean waits(Thread.State state, StackTraceElement top) {
        return switch (state) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case RUNNABLE -> WAITING_CALLS.stream().anyMatch(top.getClassName()::startsWith);
            default -> false;
        };
    }

    /** The console itself is at the bottom of every stack of this thread. */
    private static boolean isOfProduct(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith(PRODUCT) && !name.startsWith(TESTS) && !name.equals(CONSOLE));
    }

    private record Wait(String place, long first, long last) {

        Wait still() {
            return new Wait(place, first, System.nanoTime());
        }

        boolean isTooLong() {
            return last - first > LIMIT.toNanos();
        }
    }
}
