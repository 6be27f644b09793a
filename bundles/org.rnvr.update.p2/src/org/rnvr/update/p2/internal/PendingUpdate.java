package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An update that is on trial: the launching script goes back to the former installation unless it is confirmed in time.
 *
 * @param from the version of RNVR before
 * @param to the version of RNVR on trial
 * @param streaming how many cameras streamed when it was stopped for the update
 */
record PendingUpdate(String from, String to, int streaming) {

    /** What is on trial, if something is. */
    static Optional<PendingUpdate> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> values = fields(file);
        String streaming = values.getOrDefault("streaming", "");
        return Optional.of(new PendingUpdate(
                values.getOrDefault("from", ""),
                values.getOrDefault("to", ""),
                streaming.matches("\\d{1,6}") ? Integer.parseInt(streaming) : 0));
    }

    /** What stands in a file of lines of a name, an equals sign and a value. */
    static Map<String, String> fields(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return values;
    }

    void write(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, "from=" + from + "\nto=" + to + "\nstreaming=" + streaming + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether it may be kept. */
    boolean isProven(boolean applicationRuns, boolean streams) {
        return applicationRuns && (streaming == 0 || streams);
    }
}
