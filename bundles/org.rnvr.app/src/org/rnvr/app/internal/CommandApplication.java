package org.rnvr.app.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Carries out one command with one service, and ends. Exit code 2: the command is none.
 *
 * @param <S> the service
 */
abstract class CommandApplication<S> implements IApplication {

    private static final long START_SECONDS = 10;

    private final Class<S> type;
    private final Integer notDone;

    /**
     * A command.
     *
     * @param <S> the service it needs
     */
    interface Command<S> {

        /** Does it, and gives the exit code. */
        Integer run(S service, Terminal terminal) throws IOException, ReportedProblemException;
    }

    /**
     * An application.
     *
     * @param type the service
     * @param notDone the exit code of a command that could not be done
     */
    CommandApplication(Class<S> type, Integer notDone) {
        this.type = type;
        this.notDone = notDone;
    }

    /**
     * Reads a command.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    abstract Command<S> command(String... arguments);

    @Override
    public final Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            Command<S> command = command(arguments);
            return run(FrameworkUtil.getBundle(CommandApplication.class).getBundleContext(), command, terminal);
        } catch (IllegalArgumentException e) {
            terminal.err().println("rnvr: " + e.getMessage());
            return Terminal.EXIT_UNUSABLE;
        } catch (ReportedProblemException e) {
            terminal.report(e);
            return notDone;
        }
    }

    @Override
    public final void stop() {
        // A command ends by itself, or with the process.
    }

    private Integer run(BundleContext context, Command<S> command, Terminal terminal)
            throws ReportedProblemException, InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
            if (service == null) {
                throw new ReportedProblemException(
                        Messages.format(Messages.notStarted, type.getSimpleName(), START_SECONDS));
            }
            return command.run(service, terminal);
        } catch (IOException e) {
            throw new ReportedProblemException(e.getMessage(), e);
        } finally {
            tracker.close();
        }
    }
}
