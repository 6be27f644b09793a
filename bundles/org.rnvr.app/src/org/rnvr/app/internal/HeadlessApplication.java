package org.rnvr.app.internal;

import java.util.concurrent.CountDownLatch;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The recorder without a console: records until it is stopped, or an update needs a restart. */
public final class HeadlessApplication implements IApplication {

    private final CountDownLatch endRequested = new CountDownLatch(1);
    private volatile boolean stopRequested;

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
        try (RecorderRun run = RecorderRun.start(context, terminal.out(), this::stop);
                Updates updates = new Updates(context, endRequested::countDown)) {
            endRequested.await();
            return stopRequested ? EXIT_OK : EXIT_RESTART;
        } catch (ReportedProblemException e) {
            return terminal.report(e);
        }
    }

    @Override
    public void stop() {
        stopRequested = true;
        endRequested.countDown();
    }
}
