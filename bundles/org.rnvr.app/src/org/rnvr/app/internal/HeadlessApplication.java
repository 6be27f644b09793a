package org.rnvr.app.internal;

import java.util.concurrent.CountDownLatch;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The recorder without a console: records until it is stopped. */
public final class HeadlessApplication implements IApplication {

    private final CountDownLatch stopRequested = new CountDownLatch(1);

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
        try (RecorderRun run = RecorderRun.start(context, terminal.out(), this::stop)) {
            stopRequested.await();
            return EXIT_OK;
        } catch (ReportedProblemException e) {
            return terminal.report(e);
        }
    }

    @Override
    public void stop() {
        stopRequested.countDown();
    }
}
