package org.rnvr.app.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.update.UpdateService;

/** Lists or changes what is installed. Exit code 0: done, 1: refused or failed, 2: wrong usage. */
public final class FeaturesApplication implements IApplication {

    private static final Integer EXIT_USAGE = 2;
    private static final long START_SECONDS = 10;

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            FeaturesCommand command = FeaturesCommand.parse(arguments);
            return run(FrameworkUtil.getBundle(getClass()).getBundleContext(), command, terminal);
        } catch (IllegalArgumentException e) {
            terminal.err().println("rnvr: " + e.getMessage());
            return EXIT_USAGE;
        } catch (ReportedProblemException e) {
            return terminal.report(e);
        }
    }

    @Override
    public void stop() {
        // A command ends by itself, or with the process.
    }

    private static Integer run(BundleContext context, FeaturesCommand command, Terminal terminal)
            throws ReportedProblemException, InterruptedException {
        ServiceTracker<UpdateService, UpdateService> tracker = new ServiceTracker<>(context, UpdateService.class, null);
        tracker.open();
        try {
            UpdateService updates = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
            if (updates == null) {
                throw new ReportedProblemException(
                        Messages.format(Messages.notStarted, UpdateService.class.getSimpleName(), START_SECONDS));
            }
            return command.run(updates, terminal);
        } catch (ExecutionException e) {
            throw new ReportedProblemException(Told.told(e.getCause().getMessage()), e);
        } finally {
            tracker.close();
        }
    }
}
