package org.rnvr.app.internal;

import java.util.concurrent.CountDownLatch;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The recorder with its console: records as long as the console is open. Where the console cannot open, it records without
 * one until it is stopped, or an update needs a restart.
 */
public final class ConsoleApplication implements IApplication {

    /**
     * Exit code after a problem that was reported. The usual one is also that of a process which Xlib ends, without a word, when
     * its display is gone.
     */
    private static final Integer EXIT_REPORTED = 3;

    private final CountDownLatch endRequested = new CountDownLatch(1);
    private volatile boolean stopRequested;
    private volatile ConsoleWindow window;

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        Terminal terminal = Terminal.ofProcess();
        BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
        try (RecorderRun run = RecorderRun.start(context, terminal.out(), this::stop)) {
            return openConsole(context, terminal);
        } catch (ReportedProblemException e) {
            terminal.report(e);
            return EXIT_REPORTED;
        }
    }

    @Override
    public void stop() {
        stopRequested = true;
        endRequested.countDown();
        ConsoleWindow open = window;
        if (open != null) {
            open.close();
        }
    }

    private Object openConsole(BundleContext context, Terminal terminal)
            throws InterruptedException, ReportedProblemException {
        try (ConsoleWindow opened = new ConsoleWindow(context)) {
            window = opened;
            if (stopRequested) {
                return EXIT_OK;
            }
            return opened.run();
        } catch (NoConsoleException e) {
            terminal.err().println("rnvr: " + e.getMessage());
            try (Updates updates = new Updates(context, endRequested::countDown)) {
                endRequested.await();
                return stopRequested ? EXIT_OK : EXIT_RESTART;
            }
        }
    }
}
