package org.rnvr.journal.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the day files of a folder back, the newest line first. Only days that are asked for are opened. Any thread. */
final class JournalReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(JournalReader.class);

    private final Path folder;

    JournalReader(Path folder) {
        this.folder = folder;
    }

    /** Calls the reader with what is looked for, until it wants no more. */
    void read(JournalQuery query, Predicate<JournalEntry> reader) throws IOException {
        for (LocalDate day : days(query)) {
            if (!read(day, query, reader)) {
                return;
            }
        }
    }

    private boolean read(LocalDate day, JournalQuery query, Predicate<JournalEntry> reader) throws IOException {
        LineFilter filter = new LineFilter(query, day);
        try {
            return BackwardLines.read(
                    DayFiles.of(folder, day),
                    (bytes, start, end) -> !filter.passes(bytes, start, end)
                            || EntryLine.read(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                                    .filter(query::matches)
                                    .map(reader::test)
                                    .orElse(true));
        } catch (NoSuchFileException e) {
            LOGGER.debug("the journal of {} was deleted while it was read", day);
            return true;
        }
    }

    private List<LocalDate> days(JournalQuery query) throws IOException {
        List<LocalDate> days = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return days;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + DayFiles.EXTENSION)) {
            for (Path file : files) {
                day(file).filter(day -> touches(query, day)).ifPresent(days::add);
            }
        }
        days.sort(Comparator.reverseOrder());
        return days;
    }

    private static Optional<LocalDate> day(Path file) {
        String name = file.getFileName().toString();
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - DayFiles.EXTENSION.length())));
        } catch (DateTimeParseException e) {
            LOGGER.debug("{} is not of the journal", file);
            return Optional.empty();
        }
    }

    private static boolean touches(JournalQuery query, LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(query.to())
                && day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(query.from());
    }
}
