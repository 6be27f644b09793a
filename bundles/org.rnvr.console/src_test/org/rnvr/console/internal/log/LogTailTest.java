package org.rnvr.console.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private static final int MOST = 1000;

    @TempDir
    Path folder;

    @Test
    void followsWhatIsAppendedInWholeLines() throws IOException {
        Path file = Files.writeString(folder.resolve("rnvr.log"), "one\ntw");
        LogTail tail = new LogTail(file, MOST);
        assertEquals(new LogTail.Read(List.of("one"), true), tail.read());
        assertEquals(new LogTail.Read(List.of(), false), tail.read());
        append(file, "o\n셋\n");
        assertEquals(new LogTail.Read(List.of("two", "셋"), false), tail.read());
    }

    @Test
    void noticesThatTheFileBeganAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("rnvr.log"), "one\ntwo\n");
        LogTail tail = new LogTail(file, MOST);
        tail.read();
        Files.writeString(file, "new\n");
        assertEquals(new LogTail.Read(List.of("new"), true), tail.read());
        Files.move(file, folder.resolve("rnvr.2026-11-22.log"));
        Files.writeString(file, "another file, longer\n");
        assertEquals(new LogTail.Read(List.of("another file, longer"), true), tail.read());
    }

    @Test
    void readsOnlyTheEndOfWhatIsLong() throws IOException {
        Path file = folder.resolve("rnvr.log");
        Files.writeString(file, "0123456\n".repeat(10_000));
        LogTail tail = new LogTail(file, MOST);
        LogTail.Read read = tail.read();
        assertTrue(
                read.lines().size() > 100 && read.lines().size() <= MOST / 8,
                "" + read.lines().size());
        assertTrue(read.lines().stream().allMatch("0123456"::equals));
        append(file, "0123456\n".repeat(10_000));
        assertTrue(tail.read().lines().size() <= MOST / 8);
        Files.writeString(file, "x".repeat(3 * MOST));
        assertEquals(List.of(), tail.read().lines());
    }

    @Test
    void readsTheEndOfACompressedFileOnce() throws IOException {
        Path file = folder.resolve("rnvr.2026-11-22.log.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("rnvr.log"));
            zip.write(("0123456\n".repeat(100_000) + "last\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        LogTail tail = new LogTail(file, MOST);
        LogTail.Read read = tail.read();
        assertTrue(read.anew());
        assertEquals("last", read.lines().get(read.lines().size() - 1));
        assertEquals("0123456", read.lines().get(0));
        assertTrue(read.lines().size() <= 2 * (MOST + (1 << 16)) / 8);
        assertFalse(tail.read().anew());
    }

    @Test
    void saysThatTheFileIsNotThere() {
        assertThrows(NoSuchFileException.class, () -> new LogTail(folder.resolve("none.log"), MOST).read());
        assertThrows(NoSuchFileException.class, () -> new LogTail(folder.resolve("none.log.zip"), MOST).read());
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
