package org.rnvr.console.internal.playback.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Losses of cameras as the journal's files tell them: one flat JSON object a line, one file a UTC day. */
public final class JournalEvents implements EventSource {

    private static final Pattern LOSS = Pattern.compile("\"event\":\"(lost|stalled|offline)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private final Path folder;

    /** In this folder. */
    public JournalEvents(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<EventMark> events(String cameraId, Instant from, Instant to) throws IOException {
        List<EventMark> events = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
        for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC); !day.isAfter(last); day = day.plusDays(1)) {
            Path file = folder.resolve(day + ".jsonl");
            if (Files.isReadable(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.flatMap(line -> mark(line, cameraId).stream())
                            .filter(mark ->
                                    !mark.at().isBefore(from) && mark.at().isBefore(to))
                            .forEach(events::add);
                }
            }
        }
        return events;
    }

    private static Optional<EventMark> mark(String line, String cameraId) {
        Matcher loss = LOSS.matcher(line);
        if (!loss.find() || !field(line, "camera").equals(Optional.of(cameraId))) {
            return Optional.empty();
        }
        return field(line, "time")
                .flatMap(JournalEvents::time)
                .map(at -> new EventMark(
                        cameraId, at, loss.group(1), field(line, "reason").orElse("")));
    }

    /** A line that a crash tore has no time that can be read, and is passed over. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> field(String line, String name) {
        Matcher field =
                Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(line);
        return field.find() ? Optional.of(unescaped(field.group(1))) : Optional.empty();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(plain(found.group(1))));
    }

    private static String plain(String escape) {
        return switch (escape.charAt(0)) {
            case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
            case 'n', 'r', 't', 'b', 'f' -> " ";
            default -> escape;
        };
    }
}
