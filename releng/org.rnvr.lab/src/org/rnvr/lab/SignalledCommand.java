package org.rnvr.lab;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** A command that a signal interrupts, so that it can remove what it has made and say what it has got. */
public final class SignalledCommand {

    private static final Duration CLEANING = Duration.ofSeconds(20);

    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = Thread.currentThread();

    private SignalledCommand() {}

    /** Runs on this thread, which a signal interrupts and waits for; then ends the VM with what is returned. */
    public static void exitAfter(IntSupplier command) {
        SignalledCommand running = new SignalledCommand();
        Runtime.getRuntime().addShutdownHook(new Thread(running::interrupt, "lab-end"));
        int code = command.getAsInt();
        if (running.over.compareAndSet(false, true)) {
            System.exit(code);
        }
    }

    private void interrupt() {
        if (over.compareAndSet(false, true)) {
            thread.interrupt();
            try {
                thread.join(CLEANING.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
