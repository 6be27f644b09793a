package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalEventsTest {

    @TempDir
    private Path folder;

    @Test
    void lossesOfTheCameraAreFound() throws IOException {
        Files.writeString(
                folder.resolve("2026-03-01.jsonl"),
                """
                {"time":"2026-03-01T10:00:00.000Z","mono_ns":1,"camera":"gate","event":"streaming","session":1}
                {"time":"2026-03-01T11:00:00.000Z","mono_ns":1,"camera":"gate","event":"lost","strategy":"frames","silence_ms":8000,"reason":"Said \\"no\\" \\u2013 twice."}
                {"time":"2026-03-01T11:00:01.000Z","mono_ns":1,"camera":"yard","event":"lost","strategy":"frames","silence_ms":1,"reason":"x"}
                {"time":"2026-03-0
                """);
        Files.writeString(
                folder.resolve("2026-03-03.jsonl"),
                """
                {"time":"2026-03-03T00:00:00.500Z","mono_ns":1,"camera":"gate","event":"offline","attempts":4}
                """);
        assertEquals(
                List.of(
                        new EventMark("gate", Instant.parse("2026-03-01T11:00:00Z"), "lost", "Said \"no\" – twice."),
                        new EventMark("gate", Instant.parse("2026-03-03T00:00:00.500Z"), "offline", "")),
                new JournalEvents(folder)
                        .events("gate", Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-04T00:00:00Z")));
        assertEquals(
                List.of(),
                new JournalEvents(folder)
                        .events("gate", Instant.parse("2026-03-01T11:00:01Z"), Instant.parse("2026-03-02T00:00:00Z")));
    }
}
