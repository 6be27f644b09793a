package org.rnvr.journal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Alert;
import org.rnvr.event.Gap;
import org.rnvr.event.Lost;
import org.rnvr.event.Moment;
import org.rnvr.event.Offline;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.Started;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

class JournalReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsBackWhatWasWritten() throws Exception {
        write(
                new Lost(at("2026-11-23T01:02:03.456Z"), "gate", "keepalive", 4200, "no \"answer\" \\ 응답 없음"),
                new Gap(at("2026-11-23T01:02:04Z"), "gate", Instant.EPOCH, Instant.EPOCH.plusSeconds(7), "loss"));
        List<JournalEntry> all = read(JournalQuery.ALL);
        assertEquals(
                List.of("gap", "lost"), all.stream().map(JournalEntry::event).toList());
        JournalEntry lost = all.get(1);
        assertEquals(at("2026-11-23T01:02:03.456Z"), lost.at());
        assertEquals(Optional.of("gate"), lost.cameraId());
        assertEquals(
                List.of("strategy", "silence_ms", "reason"),
                List.copyOf(lost.fields().keySet()));
        assertEquals(4200, lost.number("silence_ms").orElseThrow());
        assertTrue(lost.number("reason").isEmpty());
        assertEquals(Optional.of("no \"answer\" \\ 응답 없음"), lost.field("reason"));
        assertEquals(Optional.of("1970-01-01T00:00:07.000Z"), all.get(0).field("to"));
    }

    @Test
    void newestFirstOverDays() throws Exception {
        write(
                offline("2026-11-21T23:59:59.999Z", "a", 1),
                offline("2026-11-22T00:00:00Z", "a", 2),
                offline("2026-11-22T12:00:00Z", "a", 3),
                offline("2026-11-24T12:00:00Z", "a", 4));
        Files.writeString(folder.resolve("notes.jsonl"), "of somebody else");
        assertEquals(List.of(4L, 3L, 2L, 1L), attempts(JournalQuery.ALL));
    }

    @Test
    void findsByTimeToTheMillisecond() throws Exception {
        write(
                offline("2026-11-22T11:59:59.999Z", "a", 1),
                offline("2026-11-22T12:00:00.000Z", "a", 2),
                offline("2026-11-23T12:00:00.000Z", "a", 3),
                offline("2026-11-23T12:00:00.001Z", "a", 4));
        JournalQuery query = JournalQuery.ALL
                .since(Instant.parse("2026-11-22T12:00:00Z"))
                .before(Instant.parse("2026-11-23T12:00:00.001Z"));
        assertEquals(List.of(3L, 2L), attempts(query));
        assertEquals(List.of(3L), attempts(query.since(Instant.parse("2026-11-22T12:00:00.000001Z"))));
        assertEquals(List.of(2L), attempts(query.before(Instant.parse("2026-11-23T12:00:00Z"))));
    }

    @Test
    void findsByCameraAndKind() throws Exception {
        write(
                new Started(at("2026-11-22T10:00:00Z"), "1"),
                offline("2026-11-22T10:00:01Z", "a", 1),
                offline("2026-11-22T10:00:02Z", "b \"x\"", 2),
                new Alert(at("2026-11-22T10:00:03Z"), Optional.empty(), "disk", "x"),
                new Lost(at("2026-11-22T10:00:04Z"), "a", "s", 1, "\"event\":\"offline\""));
        assertEquals(List.of("lost", "offline"), events(JournalQuery.ALL.ofCameras(Set.of("a"))));
        assertEquals(List.of(2L), attempts(JournalQuery.ALL.ofCameras(Set.of("b \"x\""))));
        assertEquals(List.of("alert", "started"), events(JournalQuery.ALL.ofCameras(Set.of(JournalQuery.NO_CAMERA))));
        assertEquals(
                List.of("lost", "alert", "offline", "started"),
                events(JournalQuery.ALL.ofCameras(Set.of(JournalQuery.NO_CAMERA, "a"))));
        assertEquals(List.of(2L, 1L), attempts(JournalQuery.ALL.ofEvents(Set.of("offline"))));
        assertEquals(List.of("lost", "started"), events(JournalQuery.ALL.ofEvents(Set.of("lost", "started", "other"))));
        assertEquals(
                List.of(1L),
                attempts(JournalQuery.ALL.ofEvents(Set.of("offline")).ofCameras(Set.of("a"))));
    }

    @Test
    void leavesOutWhatCannotBeRead() throws Exception {
        Path file = folder.resolve("2026-11-22.jsonl");
        write(offline("2026-11-22T10:00:00Z", "a", 1));
        append(file, "\n{\"time\":\"2026-11-22T10:0\n[1]\nnull\n\0\0\0\n{\"time\":\"noon\",\"event\":\"offline\"}\n");
        append(
                file,
                "{\"time\":\"2026-11-22T10:00:00.500Z\",\"event\":\"offline\",\"attempts\":2,\"x\":null,\"y\":[1,2]}\n");
        append(file, "x".repeat(3 * BackwardLines.LONGEST) + "\n");
        write(offline("2026-11-22T10:00:01Z", "a", 3));
        append(file, "{\"time\":\"2026-11-22T10:00:02.000Z\",\"mono_ns\":1,\"camera\":\"a\",\"ev");
        assertEquals(List.of(3L, 2L, 1L), attempts(JournalQuery.ALL));
        assertEquals(Optional.of("[1,2]"), read(JournalQuery.ALL).get(1).field("y"));
    }

    @Test
    void takesLinesOfAnotherOrder() throws Exception {
        append(
                folder.resolve("2026-11-22.jsonl"),
                "{\"event\":\"offline\",\"camera\":\"a\",\"attempts\":1,\"time\":\"2026-11-22T10:00:00Z\"}\n");
        JournalQuery query = JournalQuery.ALL.ofCameras(Set.of("a")).ofEvents(Set.of("offline"));
        assertEquals(List.of(1L), attempts(query));
        assertEquals(List.of(), attempts(query.ofCameras(Set.of("b"))));
    }

    @Test
    void joinsLinesThatLieInTwoBlocks() throws Exception {
        List<RnvrEvent> events = new ArrayList<>();
        String reason = "긴 이유 ".repeat(1500);
        for (int i = 0; i < 60; i++) {
            events.add(new Lost(at("2026-11-22T10:00:00Z"), "a", "s", i, reason.substring(0, reason.length() - i)));
        }
        write(events.toArray(RnvrEvent[]::new));
        append(folder.resolve("2026-11-22.jsonl"), "x".repeat(BackwardLines.LONGEST / 2) + "\n");
        List<JournalEntry> all = read(JournalQuery.ALL);
        assertEquals(
                IntStream.range(0, 60).mapToObj(i -> 59L - i).toList(),
                all.stream()
                        .map(entry -> entry.number("silence_ms").orElseThrow())
                        .toList());
        assertEquals(Optional.of(reason), all.get(59).field("reason"));
    }

    @Test
    void readsNoMoreThanIsWanted() throws Exception {
        write(
                offline("2026-11-21T10:00:00Z", "a", 1),
                offline("2026-11-22T10:00:00Z", "a", 2),
                offline("2026-11-22T10:00:01Z", "a", 3));
        Files.delete(folder.resolve("2026-11-21.jsonl"));
        Files.createDirectory(folder.resolve("2026-11-21.jsonl"));
        List<JournalEntry> found = new ArrayList<>();
        new JournalReader(folder).read(JournalQuery.ALL, entry -> found.add(entry) && found.size() < 2);
        assertEquals(2, found.size());
        assertThrows(IOException.class, () -> read(JournalQuery.ALL), "the folder in place of the file is noticed");
        assertEquals(List.of(3L, 2L), attempts(JournalQuery.ALL.since(Instant.parse("2026-11-22T00:00:00Z"))));
    }

    @Test
    void nothingIsWrittenYet() throws Exception {
        folder = folder.resolve("none");
        assertEquals(List.of(), read(JournalQuery.ALL));
    }

    private List<String> events(JournalQuery query) throws IOException {
        return read(query).stream().map(JournalEntry::event).toList();
    }

    private List<Long> attempts(JournalQuery query) throws IOException {
        return read(query).stream()
                .map(entry -> entry.number("attempts").orElse(-1))
                .toList();
    }

    private List<JournalEntry> read(JournalQuery query) throws IOException {
        List<JournalEntry> found = new ArrayList<>();
        new JournalReader(folder).read(query, found::add);
        return found;
    }

    private void write(RnvrEvent... events) throws IOException, ReflectiveOperationException {
        try (DayFiles files = new DayFiles(folder)) {
            for (RnvrEvent event : events) {
                files.append(event.at().time(), EventLine.of(event));
            }
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Offline offline(String time, String camera, int attempts) {
        return new Offline(at(time), camera, attempts);
    }

    private static Moment at(String time) {
        return new Moment(Instant.parse(time), 7);
    }
}
