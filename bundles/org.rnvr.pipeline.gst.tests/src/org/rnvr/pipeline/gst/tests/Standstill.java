package org.rnvr.pipeline.gst.tests;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** How long this machine stood still in all: short sleeps that lasted longer than a busy machine, too, would let them last. */
final class Standstill implements Store.CloseableResource {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final AtomicLong nanos = new AtomicLong();
    private final Thread thread = new Thread(this::look, "standstill");
    private volatile boolean closed;

    Standstill() {
        thread.setDaemon(true);
        thread.start();
    }

    Duration untilNow() {
        return Duration.ofNanos(nanos.get());
    }

    @Override
    public void close() {
        closed = true;
    }

    private void look() {
        long before = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(LOOK_NANOS);
            long now = System.nanoTime();
            if (now - before >= LEAST_NANOS) {
                nanos.addAndGet(now - before);
            }
            before = now;
        }
    }
}
