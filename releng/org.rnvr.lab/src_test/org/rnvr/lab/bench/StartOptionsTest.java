package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.UsageException;

class StartOptionsTest {

    @Test
    void sixRoundsAreTheDefault() throws UsageException {
        assertEquals(new StartOptions(6, false), StartOptions.parse(List.of()));
    }

    @Test
    void aChoiceIsDone() throws UsageException {
        assertEquals(new StartOptions(3, true), StartOptions.parse(List.of("--rounds", "3", "--check")));
    }

    @Test
    void wrongUsageIsSaid() {
        assertEquals(
                "--rounds takes a number from 2 to 100, not 1",
                assertThrows(UsageException.class, () -> StartOptions.parse(List.of("--rounds", "1")))
                        .getMessage());
        assertEquals(
                "unknown option --views",
                assertThrows(UsageException.class, () -> StartOptions.parse(List.of("--views", "4")))
                        .getMessage());
    }
}
