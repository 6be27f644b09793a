package org.rnvr.console.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Moment;

class CsvFileTest {

    @TempDir
    Path folder;

    @Test
    void quotesWhatNeedsItAndEndsLinesAsTheRfcSays() throws IOException {
        StringBuilder out = new StringBuilder();
        CsvFile.write(
                out,
                List.of(
                        row("gate", "plain text"),
                        row("gate", "a, b"),
                        row("gate", "said \"no\""),
                        row("gate", "two\r\nlines"),
                        row("", "")),
                id -> id.isEmpty() ? "" : "Gate, north");
        String kind = EventWords.kind("lost").words();
        assertEquals(
                "time,event,event_text,camera,camera_name,details\r\n"
                        + "2026-03-01T12:00:00.250Z,lost," + kind + ",gate,\"Gate, north\",plain text\r\n"
                        + "2026-03-01T12:00:00.250Z,lost," + kind + ",gate,\"Gate, north\",\"a, b\"\r\n"
                        + "2026-03-01T12:00:00.250Z,lost," + kind + ",gate,\"Gate, north\",\"said \"\"no\"\"\"\r\n"
                        + "2026-03-01T12:00:00.250Z,lost," + kind + ",gate,\"Gate, north\",\"two\r\nlines\"\r\n"
                        + "2026-03-01T12:00:00.250Z,lost," + kind + ",,,\r\n",
                out.toString());
    }

    @Test
    void replacesTheFileInUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "what was there before, and longer than the rest");
        CsvFile.write(file, List.of(row("정문", "응답 없음")), id -> id);
        assertEquals(
                List.of("정문", "정문", "응답 없음"),
                List.of(Files.readAllLines(file).get(1).split(",")).subList(3, 6));
    }

    private static EventRow row(String camera, String details) {
        return new EventRow(new Moment(Instant.parse("2026-03-01T12:00:00.250Z"), 1), "lost", camera, details);
    }
}
