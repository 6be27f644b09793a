package org.rnvr.journal.internal.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rnvr.config.LoggingSettings;
import org.rnvr.log.LogFile;
import org.rnvr.log.LogFile.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the files that {@link RollingFile} writes and wrote. */
final class LogFolder {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogFolder.class);

    /** Dates as {@link RollingFile} writes them, and the number of a file among those of its date. */
    private static final String DATE_AND_NUMBER =
            "\\.(?:\\d{4}-\\d{2}(?:-\\d{2}(?:_\\d{2})?)?|\\d{4}-W\\d{2})(?:\\.\\d+)?";

    private LogFolder() {}

    /** By kind, and of each kind the current one first, then the others, the newest first. */
    static List<LogFile> list(LoggingSettings settings) throws IOException {
        List<Path> present = present(settings.folder());
        List<LogFile> files = new ArrayList<>();
        files.addAll(of(Kind.TEXT, settings.file().filename(), present));
        files.addAll(of(Kind.ERRORS, settings.errorLog().filename(), present));
        files.addAll(of(Kind.JSON, settings.jsonLog().filename(), present));
        return files;
    }

    private static List<Path> present(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static List<LogFile> of(Kind kind, String filename, List<Path> present) throws IOException {
        LogFileName name = LogFileName.of(filename);
        Pattern rolled = Pattern.compile(
                Pattern.quote(name.stem()) + DATE_AND_NUMBER + Pattern.quote(name.extension()) + "(?:\\.zip)?");
        List<LogFile> files = new ArrayList<>();
        for (Path path : present) {
            String candidate = path.getFileName().toString();
            boolean plain = !name.dated() && candidate.equals(name.plain());
            if (plain || rolled.matcher(candidate).matches()) {
                look(path, kind, plain).ifPresent(files::add);
            }
        }
        files.sort(Comparator.comparing(LogFile::current)
                .thenComparing(LogFile::modified)
                .thenComparing(LogFile::path)
                .reversed());
        return name.dated() ? withNewestAsCurrent(files) : files;
    }

    private static Optional<LogFile> look(Path path, Kind kind, boolean current) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new LogFile(
                    path.toAbsolutePath(),
                    kind,
                    current,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            LOGGER.debug("{} was deleted meanwhile", path);
            return Optional.empty();
        }
    }

    private static List<LogFile> withNewestAsCurrent(List<LogFile> files) {
        if (files.isEmpty()) {
            return files;
        }
        LogFile newest = files.get(0);
        List<LogFile> marked = new ArrayList<>(files);
        marked.set(0, new LogFile(newest.path(), newest.kind(), true, newest.bytes(), newest.modified()));
        return marked;
    }
}
