package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;

@ExtendWith(OneConsole.class)
class UiWatchdogTest {

    private static final long TOO_LONG = UiWatchdog.LIMIT.toNanos() * 4;

    private final RunningConsole console;
    private final UiWatchdog watchdog;

    UiWatchdogTest(RunningConsole console, UiWatchdog watchdog) {
        this.console = console;
        this.watchdog = watchdog;
    }

    @Test
    void aTestMayWait() {
        console.ui(() -> {
            waitTooLong();
            return null;
        });
        assertEquals(List.of(), watchdog.takeFindings());
    }

    @Test
    void theProductMayNot() throws Exception {
        assertIsNoticed(() -> {
            watchdog.awaitFinding();
            return null;
        });
    }

    @Test
    void norMayItWaitForWhatItReads() throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            Thread writer = new Thread(
                    () -> {
                        try {
                            watchdog.awaitFinding();
                            sink.write(ByteBuffer.allocate(1));
                        } catch (InterruptedException | IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    "writes late");
            writer.start();
            assertIsNoticed(() -> source.read(ByteBuffer.allocate(1)));
            writer.join();
        }
    }

    private void assertIsNoticed(Callable<?> wait) {
        Watch slow = new Watch() {
            @Override
            public Registration observe(Consumer<CameraStatus> observer) {
                try {
                    wait.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return super.observe(observer);
            }
        };
        ServiceRegistration<CameraMonitor> monitor = console.ui(() -> console.publish(CameraMonitor.class, slow));
        console.withdraw(monitor);
        List<String> findings = watchdog.takeFindings();
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.get(0).contains("org.rnvr.console.internal.model.Cameras.setMonitor"), findings.get(0));
    }

    private static void waitTooLong() {
        long end = System.nanoTime() + TOO_LONG;
        for (long left = TOO_LONG; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
