package org.rnvr.app.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.recording.RecordingTools;

/**
 * Carries out one command on a recording folder or an export. Exit code 0: all is well, 1: problems were found or it could not
 * be done, 2: wrong usage.
 */
public final class RecordingsApplication implements IApplication {

    private static final Integer EXIT_USAGE = 2;
    private static final long START_SECONDS = 10;

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            RecordingsCommand command = RecordingsCommand.parse(arguments);
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

    private static Integer run(BundleContext context, RecordingsCommand command, Terminal terminal)
            throws ReportedProblemException, InterruptedException {
        ServiceTracker<RecordingTools, RecordingTools> tracker =
                new ServiceTracker<>(context, RecordingTools.class, null);
        tracker.open();
        try {
            RecordingTools tools = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
            if (tools == null) {
                throw new ReportedProblemException(
                        Messages.format(Messages.notStarted, RecordingTools.class.getSimpleName(), START_SECONDS));
            }
            return command.run(tools, terminal);
        } catch (IOException e) {
            throw new ReportedProblemException(e.getMessage(), e);
        } finally {
            tracker.close();
        }
    }
}
