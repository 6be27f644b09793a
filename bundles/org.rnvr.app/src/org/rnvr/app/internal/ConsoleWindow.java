package org.rnvr.app.internal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.console.Console;
import org.rnvr.console.NoDisplayException;

/** The console, which may not be installed. */
final class ConsoleWindow implements AutoCloseable {

    private static final long START_SECONDS = 10;

    private final BundleContext context;
    private final ServiceTracker<Console, Console> tracker;
    private volatile Optional<Updates> updates = Optional.empty();

    ConsoleWindow(BundleContext context) throws NoConsoleException {
        this.context = context;
        try {
            tracker = new ServiceTracker<>(context, Console.class, null);
        } catch (NoClassDefFoundError e) {
            throw new NoConsoleException(Messages.consoleMissing, e);
        }
        tracker.open();
    }

    /** Shows the console on the calling thread until it is closed, and gives what the application returns. */
    Object run() throws NoConsoleException, ReportedProblemException, InterruptedException {
        Console console = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
        if (console == null) {
            throw new ReportedProblemException(
                    Messages.format(Messages.notStarted, Console.class.getSimpleName(), START_SECONDS));
        }
        try {
            return console.run(this::opened);
        } catch (NoDisplayException e) {
            throw new NoConsoleException(Messages.format(Messages.noDisplay, e.getMessage()), e);
        } finally {
            updates.ifPresent(Updates::close);
        }
    }

    private void opened() {
        updates = Optional.of(new Updates(context, () -> {}));
    }

    /** Closes the console. Any thread; returns at once. */
    @Override
    public void close() {
        Console console = tracker.getService();
        if (console != null) {
            console.stop();
        }
    }
}
