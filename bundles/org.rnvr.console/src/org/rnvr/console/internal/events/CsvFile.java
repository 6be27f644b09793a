package org.rnvr.console.internal.events;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows as comma-separated values in UTF-8 (RFC 4180): lines end with CR and LF, the first names the columns, and a value with
 * a comma, a quote or a line break stands in quotes, its own quotes doubled. Times are ISO 8601 in UTC, kinds those of the
 * journal.
 */
final class CsvFile {

    private static final String HEADER = "time,event,event_text,camera,camera_name,details";

    private CsvFile() {}

    /** Writes the rows; a file that is there is replaced. */
    static void write(Path file, List<EventRow> rows, UnaryOperator<String> cameraName) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(out, rows, cameraName);
        }
    }

    static void write(Appendable out, List<EventRow> rows, UnaryOperator<String> cameraName) throws IOException {
        out.append(HEADER).append("\r\n");
        for (EventRow row : rows) {
            out.append(Stream.of(
                                    row.at().time().toString(),
                                    row.event(),
                                    EventWords.kind(row.event()).words(),
                                    row.cameraId(),
                                    cameraName.apply(row.cameraId()),
                                    row.details())
                            .map(CsvFile::value)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
    }

    private static String value(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
