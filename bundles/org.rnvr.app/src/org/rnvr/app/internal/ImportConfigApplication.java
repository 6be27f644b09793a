package org.rnvr.app.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationImport;

/**
 * Takes over the configuration of another installation. Exit code 0: all of it, 1: not all or nothing, 2: it cannot be read, or
 * wrong usage.
 */
public final class ImportConfigApplication implements IApplication {

    private static final Integer EXIT_UNREADABLE = 2;
    private static final long START_SECONDS = 10;

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            ImportCommand command = ImportCommand.parse(arguments);
            return run(FrameworkUtil.getBundle(getClass()).getBundleContext(), command, terminal);
        } catch (IllegalArgumentException e) {
            terminal.err().println("rnvr: " + e.getMessage());
            return EXIT_UNREADABLE;
        } catch (ReportedProblemException e) {
            return terminal.report(e);
        }
    }

    @Override
    public void stop() {
        // A command ends by itself, or with the process.
    }

    private static Integer run(BundleContext context, ImportCommand command, Terminal terminal)
            throws ReportedProblemException, InterruptedException {
        ServiceTracker<ConfigurationImport, ConfigurationImport> tracker =
                new ServiceTracker<>(context, ConfigurationImport.class, null);
        tracker.open();
        try {
            ConfigurationImport imports = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
            if (imports == null) {
                throw new ReportedProblemException(
                        Messages.format(Messages.notStarted, ConfigurationImport.class.getSimpleName(), START_SECONDS));
            }
            return command.run(imports, terminal);
        } catch (IOException e) {
            terminal.err().println("rnvr: " + e.getMessage());
            return EXIT_UNREADABLE;
        } finally {
            tracker.close();
        }
    }
}
