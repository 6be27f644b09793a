package org.rnvr.app.internal;

import java.nio.file.Path;
import java.util.List;
import org.rnvr.config.ConfigurationCheck;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;

/** Prints every problem of a configuration file. Exit code 0: none, 1: some, 2: the file cannot be read, or wrong usage. */
public final class CheckConfigApplication extends CommandApplication<ConfigurationCheck> {

    /** Made by the platform. */
    public CheckConfigApplication() {
        super(ConfigurationCheck.class, Terminal.EXIT_UNUSABLE);
    }

    @Override
    Command<ConfigurationCheck> command(String... arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(Messages.checkUsage);
        }
        Path file = Path.of(arguments[0]);
        return (check, terminal) -> {
            List<ConfigurationProblem> problems = check.check(file);
            problems.forEach(terminal.out()::println);
            return exitCode(problems);
        };
    }

    static Integer exitCode(List<ConfigurationProblem> problems) {
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.UNREADABLE)) {
            return Terminal.EXIT_UNUSABLE;
        }
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
                ? Terminal.EXIT_PROBLEM
                : EXIT_OK;
    }
}
