package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.UsageException;

class DisplayOptionsTest {

    @Test
    void aWallOfSixteenIsTheDefault() throws UsageException {
        assertEquals(
                new DisplayOptions(16, Duration.ofSeconds(30), Duration.ofSeconds(20), 1, false),
                DisplayOptions.parse(List.of()));
    }

    @Test
    void aChoiceIsDone() throws UsageException {
        assertEquals(
                new DisplayOptions(4, Duration.ofSeconds(5), Duration.ZERO, 3, true),
                DisplayOptions.parse(
                        List.of("--views", "4", "--seconds", "5", "--warm-up", "0", "--rounds", "3", "--check")));
    }

    @Test
    void wrongUsageIsSaid() {
        assertEquals(
                "--views takes a number from 1 to 64, not 65",
                assertThrows(UsageException.class, () -> DisplayOptions.parse(List.of("--views", "65")))
                        .getMessage());
        assertEquals(
                "unknown option --cameras",
                assertThrows(UsageException.class, () -> DisplayOptions.parse(List.of("--cameras", "4")))
                        .getMessage());
    }
}
