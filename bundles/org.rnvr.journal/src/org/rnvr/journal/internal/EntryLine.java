package org.rnvr.journal.internal;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rnvr.event.Moment;
import org.rnvr.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a line of the journal back into an entry: the counterpart of {@link EventLine}. */
final class EntryLine {

    private static final Logger LOGGER = LoggerFactory.getLogger(EntryLine.class);

    private EntryLine() {}

    /** The entry; empty if the line is none. */
    static Optional<JournalEntry> read(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonReader reader = new JsonReader(new StringReader(line))) {
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                value(reader).ifPresent(value -> fields.put(name, value));
            }
            reader.endObject();
            return entry(fields);
        } catch (IOException
                | JsonParseException
                | DateTimeException
                | IllegalStateException
                | NumberFormatException e) {
            LOGGER.debug("a line of the journal cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<JournalEntry> entry(Map<String, String> fields) {
        String time = fields.remove("time");
        String nanos = fields.remove("mono_ns");
        String camera = fields.remove("camera");
        String event = fields.remove("event");
        if (time == null || event == null) {
            return Optional.empty();
        }
        Moment at = new Moment(Instant.parse(time), nanos == null ? 0 : Long.parseLong(nanos));
        return Optional.of(new JournalEntry(at, event, Optional.ofNullable(camera), fields));
    }

    private static Optional<String> value(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case STRING, NUMBER:
                return Optional.of(reader.nextString());
            case BOOLEAN:
                return Optional.of(String.valueOf(reader.nextBoolean()));
            case NULL:
                reader.nextNull();
                return Optional.empty();
            default:
                return Optional.of(JsonParser.parseReader(reader).toString());
        }
    }
}
