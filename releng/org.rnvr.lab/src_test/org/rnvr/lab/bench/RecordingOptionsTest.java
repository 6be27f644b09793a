package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.lab.UsageException;

class RecordingOptionsTest {

    @Test
    void aFewManyAndTheMostCamerasAreTheDefault() throws UsageException {
        RecordingOptions options = RecordingOptions.parse(List.of());
        assertEquals(List.of(1, 16, 64), options.cameras());
        assertEquals(List.of("rnvr", "ffmpeg", "gstreamer"), options.systems());
    }

    @Test
    void aChoiceIsDoneInItsOrder() throws UsageException {
        RecordingOptions options = RecordingOptions.parse(List.of(
                "--cameras",
                "4,2",
                "--systems",
                "gstreamer,rnvr",
                "--seconds",
                "5",
                "--warm-up",
                "0",
                "--rounds",
                "3",
                "--json",
                "out.json",
                "--check"));
        assertEquals(List.of(4, 2), options.cameras());
        assertEquals(List.of("gstreamer", "rnvr"), options.systems());
        assertEquals(Duration.ofSeconds(5), options.interval());
        assertEquals(Duration.ZERO, options.warmUp());
        assertEquals(3, options.rounds());
        assertEquals(Path.of("out.json"), options.json().orElseThrow());
        assertTrue(options.check());
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, , unknown option --fast",
        "--rounds, , --rounds needs a value",
        "--seconds, many, '--seconds needs a whole number, not many'",
        "--cameras, '1,0', '--cameras takes a number from 1 to 256, not 0'",
        "--systems, vlc, 'no recorder is named vlc; there are rnvr, ffmpeg, ffmpeg-fragments, gstreamer'"
    })
    void wrongUsageIsSaid(String option, String value, String message) {
        List<String> arguments = value == null ? List.of(option) : List.of(option, value);
        assertEquals(
                message,
                assertThrows(UsageException.class, () -> RecordingOptions.parse(arguments))
                        .getMessage());
    }

    @Test
    void helpNamesEveryRecorder() throws IOException {
        String command = Files.readString(Path.of(System.getProperty("rnvr.root"), "releng", "bench"));
        for (String system : Systems.all()) {
            assertTrue(command.contains(system + " ("), system);
        }
    }
}
