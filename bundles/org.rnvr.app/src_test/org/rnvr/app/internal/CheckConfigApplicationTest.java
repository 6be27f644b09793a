package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;

class CheckConfigApplicationTest {

    private static final ConfigurationProblem NOTE = new ConfigurationProblem(Severity.NOTE, "a", "older name");
    private static final ConfigurationProblem ERROR = new ConfigurationProblem(Severity.ERROR, "b", "bad value");
    private static final ConfigurationProblem FILE = new ConfigurationProblem(Severity.UNREADABLE, "f", "not JSON");

    @Test
    void theExitCodeTellsNoProblemsFromSomeFromUnreadable() {
        assertEquals(0, CheckConfigApplication.exitCode(List.of()));
        assertEquals(0, CheckConfigApplication.exitCode(List.of(NOTE)));
        assertEquals(1, CheckConfigApplication.exitCode(List.of(NOTE, ERROR)));
        assertEquals(2, CheckConfigApplication.exitCode(List.of(ERROR, FILE)));
    }
}
