package org.rnvr.console.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.InjectionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.statushandlers.StatusManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports what nobody expected: the first time to the person, with details that can be copied, and every time to the log,
 * which gets whatever Eclipse logs, too. On the UI thread.
 */
final class UnexpectedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final String BUNDLE = "org.rnvr.console";

    private final ILogListener log = (status, bundle) -> log(status);
    private final Set<String> shown = new HashSet<>();

    /** Takes in what Eclipse logs, until {@link #close}. */
    void open() {
        Platform.addLogListener(log);
    }

    /** Takes in what commands fail with, as long as the workbench is there. */
    void watch(IWorkbench workbench) {
        workbench.getService(ICommandService.class).addExecutionListener(new FailedCommands());
    }

    void close() {
        Platform.removeLogListener(log);
    }

    void report(Throwable error) {
        Throwable cause = unwrapped(error);
        boolean first = shown.add(
                cause.getClass() + " " + Stream.of(cause.getStackTrace()).findFirst());
        StatusManager.getManager()
                .handle(status(cause), first ? StatusManager.LOG | StatusManager.SHOW : StatusManager.LOG);
    }

    /** With a line of details for each of the stack. */
    private static IStatus status(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        IStatus[] lines = trace.toString()
                .lines()
                .map(line -> Status.error(line.replace("\t", "    ")))
                .toArray(IStatus[]::new);
        return new MultiStatus(BUNDLE, 0, lines, NLS.bind(Messages.error_unexpected, error), error);
    }

    private static Throwable unwrapped(Throwable error) {
        boolean wraps = error instanceof InjectionException || error instanceof ExecutionException;
        return wraps && error.getCause() != null ? unwrapped(error.getCause()) : error;
    }

    private static void log(IStatus status) {
        switch (status.getSeverity()) {
            case IStatus.ERROR -> LOG.error("{}: {}", status.getPlugin(), status.getMessage(), status.getException());
            case IStatus.WARNING -> LOG.warn("{}: {}", status.getPlugin(), status.getMessage(), status.getException());
            default -> LOG.info("{}: {}", status.getPlugin(), status.getMessage());
        }
    }

    private final class FailedCommands implements IExecutionListener {

        @Override
        public void postExecuteFailure(String command, ExecutionException exception) {
            report(exception);
        }

        @Override
        public void notHandled(String command, NotHandledException exception) {
            // it was not there to be carried out
        }

        @Override
        public void preExecute(String command, ExecutionEvent event) {
            // nothing has failed yet
        }

        @Override
        public void postExecuteSuccess(String command, Object result) {
            // nothing has failed
        }
    }
}
