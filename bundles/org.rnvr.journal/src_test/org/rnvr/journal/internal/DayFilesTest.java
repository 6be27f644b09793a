package org.rnvr.journal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayFilesTest {

    @TempDir
    Path data;

    @Test
    void aLineGoesToTheFileOfItsUtcDayAndIsThereAtOnce() throws IOException {
        Path folder = data.resolve("journal");
        try (DayFiles files = new DayFiles(folder)) {
            files.append(Instant.parse("2026-11-22T23:59:59.999Z"), "one");
            assertEquals(List.of("one"), Files.readAllLines(folder.resolve("2026-11-22.jsonl")));
            files.append(Instant.parse("2026-11-23T00:00:00Z"), "two");
            files.append(Instant.parse("2026-11-22T23:59:59.999Z"), "late");
            assertEquals(List.of("two"), Files.readAllLines(folder.resolve("2026-11-23.jsonl")));
            assertEquals(List.of("one", "late"), Files.readAllLines(folder.resolve("2026-11-22.jsonl")));
        }
    }

    @Test
    void appendsToWhatIsThere() throws IOException {
        Path file = data.resolve("2026-11-23.jsonl");
        Files.writeString(file, "before\n");
        try (DayFiles files = new DayFiles(data)) {
            files.append(Instant.parse("2026-11-23T10:00:00Z"), "after");
        }
        assertEquals("before\nafter\n", Files.readString(file));
    }

    @Test
    void endsALineThatACrashTore() throws IOException {
        Path file = data.resolve("2026-11-23.jsonl");
        Files.writeString(file, "whole\n{\"time\":\"20");
        try (DayFiles files = new DayFiles(data)) {
            files.append(Instant.parse("2026-11-23T10:00:00Z"), "next");
        }
        assertEquals("whole\n{\"time\":\"20\nnext\n", Files.readString(file));
    }

    @Test
    void twoInstancesDoNotOverwriteEachOther() throws IOException {
        Instant time = Instant.parse("2026-11-23T10:00:00Z");
        try (DayFiles one = new DayFiles(data);
                DayFiles two = new DayFiles(data)) {
            one.append(time, "1");
            two.append(time, "2");
            one.append(time, "3");
        }
        assertEquals("1\n2\n3\n", Files.readString(data.resolve("2026-11-23.jsonl")));
    }

    @Test
    void takesASymbolicLinkAsFolder() throws IOException {
        Path real = Files.createDirectory(data.resolve("real"));
        Path link = Files.createSymbolicLink(data.resolve("journal"), real);
        try (DayFiles files = new DayFiles(link)) {
            files.append(Instant.parse("2026-11-23T10:00:00Z"), "x");
        }
        assertEquals("x\n", Files.readString(real.resolve("2026-11-23.jsonl")));
    }

    @Test
    void saysWhenItCannotWriteAndCanLater() throws IOException {
        Path folder = data.resolve("journal");
        Files.writeString(folder, "in the way");
        Instant time = Instant.parse("2026-11-23T10:00:00Z");
        try (DayFiles files = new DayFiles(folder)) {
            assertThrows(IOException.class, () -> files.append(time, "x"));
            Files.delete(folder);
            files.append(time, "x");
        }
        assertEquals("x\n", Files.readString(folder.resolve("2026-11-23.jsonl")));
    }
}
