package org.rnvr.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationCheck;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;

/** Prints every problem of a configuration file. Exit code 0: none, 1: some, 2: the file cannot be read. */
public final class CheckConfigApplication implements IApplication {

    private static final Integer EXIT_PROBLEMS = 1;
    private static final Integer EXIT_UNREADABLE = 2;
    private static final long START_SECONDS = 10;

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        application.applicationRunning();
        Terminal terminal = Terminal.ofProcess();
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length != 1) {
            terminal.err().println("rnvr: " + Messages.checkUsage);
            return EXIT_UNREADABLE;
        }
        try {
            List<ConfigurationProblem> problems =
                    check(FrameworkUtil.getBundle(getClass()).getBundleContext(), Path.of(arguments[0]));
            problems.forEach(terminal.out()::println);
            return exitCode(problems);
        } catch (ReportedProblemException e) {
            terminal.report(e);
            return EXIT_UNREADABLE;
        }
    }

    @Override
    public void stop() {
        // The check ends by itself.
    }

    static Integer exitCode(List<ConfigurationProblem> problems) {
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.UNREADABLE)) {
            return EXIT_UNREADABLE;
        }
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? EXIT_PROBLEMS : EXIT_OK;
    }

    private static List<ConfigurationProblem> check(BundleContext context, Path file)
            throws ReportedProblemException, InterruptedException {
        ServiceTracker<ConfigurationCheck, ConfigurationCheck> tracker =
                new ServiceTracker<>(context, ConfigurationCheck.class, null);
        tracker.open();
        try {
            ConfigurationCheck check = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
            if (check == null) {
                throw new ReportedProblemException(
                        Messages.format(Messages.notStarted, ConfigurationCheck.class.getSimpleName(), START_SECONDS));
            }
            return check.check(file);
        } finally {
            tracker.close();
        }
    }
}
