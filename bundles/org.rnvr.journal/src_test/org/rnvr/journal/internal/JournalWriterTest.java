package org.rnvr.journal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Moment;
import org.rnvr.event.Offline;
import org.rnvr.event.Registration;
import org.rnvr.journal.JournalEntry;

@Timeout(30)
class JournalWriterTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path data;

    private static Offline event(int attempts) {
        return new Offline(new Moment(Instant.parse("2026-11-23T10:00:00Z"), attempts), "c1", attempts);
    }

    private List<Integer> attempts() throws IOException {
        return Files.readAllLines(data.resolve("journal/2026-11-23.jsonl")).stream()
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("attempts")
                        .getAsInt())
                .toList();
    }

    @Test
    void writesInOrderWhatCameBeforeAndAfterTheFolderWasKnown() throws Exception {
        JournalWriter writer = new JournalWriter(Optional.empty(), 10_000, line -> {});
        IntStream.range(0, 500).forEach(i -> writer.take(event(i)));
        writer.writeTo(data.resolve("journal"));
        IntStream.range(500, 1000).forEach(i -> writer.take(event(i)));
        writer.close(LIMIT);
        assertEquals(IntStream.range(0, 1000).boxed().toList(), attempts());
    }

    @Test
    void copiesEveryLineInUtf8() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalWriter writer =
                new JournalWriter(Optional.of(new PrintStream(out, false, StandardCharsets.UTF_8)), 10, line -> {});
        writer.writeTo(data.resolve("journal"));
        writer.take(new Offline(new Moment(Instant.parse("2026-11-23T10:00:00Z"), 1), "현관", 1));
        writer.close(LIMIT);
        assertEquals(Files.readString(data.resolve("journal/2026-11-23.jsonl")), out.toString(StandardCharsets.UTF_8));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("현관"));
    }

    @Test
    void isWrittenWhenNobodyReadsTheCopy() throws Exception {
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        PipedInputStream unread = new PipedInputStream(1);
        JournalWriter writer =
                new JournalWriter(Optional.of(new PrintStream(new PipedOutputStream(unread))), 100, line -> {});
        writer.writeTo(data.resolve("journal"));
        all.forEach(i -> writer.take(event(i)));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (written().lines().count() < all.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(all, attempts());
        unread.close();
        writer.close(LIMIT);
    }

    @Test
    void tellsEveryLineAfterItWasWritten() throws Exception {
        List<JournalEntry> told = new CopyOnWriteArrayList<>();
        List<Boolean> onDisk = new CopyOnWriteArrayList<>();
        EntryObservers observers = new EntryObservers();
        observers.add(entry -> {
            throw new IllegalStateException("an observer that fails");
        });
        Registration registration = observers.add(told::add);
        JournalWriter writer = new JournalWriter(Optional.empty(), 100, line -> {
            onDisk.add(text().contains(line));
            observers.written(line);
        });
        writer.writeTo(data.resolve("journal"));
        IntStream.range(0, 3).forEach(i -> writer.take(event(i)));
        writer.close(LIMIT);
        assertEquals(List.of(true, true, true), onDisk);
        assertEquals(
                List.of(0L, 1L, 2L),
                told.stream()
                        .map(entry -> entry.number("attempts").orElseThrow())
                        .toList());
        registration.close();
        observers.written("{\"time\":\"2026-11-23T10:00:00.000Z\",\"event\":\"late\"}");
        assertEquals(3, told.size());
    }

    private String text() {
        try {
            return written();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void countsWhatItHasNoRoomForAndSaysSo() throws Exception {
        JournalWriter writer = new JournalWriter(Optional.empty(), 3, line -> {});
        IntStream.range(0, 8).forEach(i -> writer.take(event(i)));
        writer.writeTo(data.resolve("journal"));
        writer.close(LIMIT);
        String written = written();
        assertTrue(
                written.contains("\"event\":\"alert\",\"kind\":\"journal\",\"message\":\"5 events are missing"),
                written);
        IntStream.range(0, 3).forEach(i -> assertTrue(written.contains("\"attempts\":" + i), written));
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        if (!Files.isDirectory(data.resolve("journal"))) {
            return "";
        }
        try (var files = Files.list(data.resolve("journal"))) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void keepsWhatTheDiskRefusesAndWritesItOnceItCan() throws Exception {
        Path folder = data.resolve("journal");
        Files.writeString(folder, "in the way");
        JournalWriter writer = new JournalWriter(Optional.empty(), 100, line -> {});
        writer.writeTo(folder);
        IntStream.range(0, 5).forEach(i -> writer.take(event(i)));
        Files.delete(folder);
        writer.close(LIMIT);
        assertEquals(List.of(0, 1, 2, 3, 4), attempts());
    }

    @Test
    void endsInTimeWhenTheDiskRefusesForGood() throws Exception {
        Path folder = data.resolve("journal");
        Files.writeString(folder, "in the way");
        JournalWriter writer = new JournalWriter(Optional.empty(), 100, line -> {});
        writer.writeTo(folder);
        writer.take(event(1));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> writer.close(Duration.ofMillis(300)));
    }

    @Test
    void endsAtOnceWithoutAFolder() throws Exception {
        JournalWriter writer = new JournalWriter(Optional.empty(), 100, line -> {});
        writer.take(event(1));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> writer.close(LIMIT));
    }
}
