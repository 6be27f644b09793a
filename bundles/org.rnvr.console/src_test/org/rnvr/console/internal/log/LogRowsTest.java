package org.rnvr.console.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRowsTest {

    private static final String INFO = "2026-11-23 10:00:00.000 INFO  [main] org.rnvr.some - began";
    private static final String WARN = "2026-11-23 10:00:01.000 WARN  [a [b] c] org.rnvr.other - slow - but there";
    private static final String ERROR = "2026-11-23 10:00:02.000 ERROR [main] org.rnvr.some - failed";

    private final LogRows rows = new LogRows(1000);

    @Test
    void readsLinesOfText() {
        rows.add(List.of(WARN));
        assertEquals(
                new LogEntry("2026-11-23 10:00:01.000", LogLevel.WARN, "a [b] c", "org.rnvr.other", "slow - but there"),
                rows.get(0));
        assertEquals(WARN.replace("WARN  ", "WARN "), rows.get(0).text());
    }

    @Test
    void readsLinesOfJson() {
        rows.add(List.of("{\"time\":\"2026-11-23T10:00:00.000Z\",\"level\":\"ERROR\",\"logger\":\"org.rnvr.some\","
                + "\"thread\":\"main\",\"message\":\"a \\\"b\\\"\"}"));
        assertEquals(LogLevel.ERROR, rows.get(0).level());
        assertEquals("org.rnvr.some", rows.get(0).logger());
        assertEquals("\"message\":\"a \\\"b\\\"\"", rows.get(0).message());
    }

    @Test
    void aStackTraceBelongsToItsEntryWhereverItIsCut() {
        rows.add(List.of("\tat cut.off", INFO, ERROR, "java.io.IOException: no"));
        rows.add(List.of("\tat org.rnvr.Some.thing", WARN));
        assertEquals(3, rows.size());
        assertEquals(
                "failed\njava.io.IOException: no\n\tat org.rnvr.Some.thing",
                rows.get(1).message());
        assertEquals("failed", rows.get(1).firstLine());
        rows.add(IntStream.range(0, 10_000).mapToObj(i -> "\tat more" + i).toList());
        assertEquals(LogRows.MOST_LINES + 1, rows.get(2).message().lines().count());
    }

    @Test
    void filtersBySeverityAndWords() {
        rows.filter(new LogFilter(LogLevel.WARN, ""));
        rows.add(List.of(INFO, WARN, ERROR, "caused by a disk"));
        assertEquals(List.of(LogLevel.WARN, LogLevel.ERROR), levels());
        rows.filter(new LogFilter(LogLevel.TRACE, "SOME disk"));
        assertEquals(List.of(LogLevel.ERROR), levels());
        rows.add(List.of(INFO, "of another disk"));
        assertEquals(List.of(LogLevel.ERROR, LogLevel.INFO), levels(), "found by its further line");
        rows.filter(new LogFilter(LogLevel.TRACE, ""));
        assertEquals(4, rows.size());
    }

    @Test
    void ofTooManyTheOldestGo() {
        List<String> many = new ArrayList<>(List.of(INFO));
        IntStream.range(0, 1000).forEach(i -> many.add(WARN));
        rows.add(List.of(INFO));
        assertFalse(rows.isIncomplete());
        rows.add(many);
        assertTrue(rows.isIncomplete());
        assertEquals(900, rows.size());
        assertEquals(LogLevel.WARN, rows.get(0).level());
        rows.clear();
        assertEquals(0, rows.size());
    }

    private List<LogLevel> levels() {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).level())
                .toList();
    }
}
