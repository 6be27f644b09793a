package org.rnvr.config;

import java.util.List;
import java.util.stream.Collectors;

/** A change of the configuration was refused, and nothing was changed. Its message names every reason. */
public final class ConfigurationRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationProblem> problems;

    /** With what is wrong with the change. */
    public ConfigurationRefusedException(List<ConfigurationProblem> problems) {
        super(problems.stream().map(ConfigurationProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with the change, at least one. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
