package org.rnvr.journal.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The journal's files, one for each UTC day. Lines are appended whole; nothing is ever rewritten. For one thread. */
final class DayFiles implements Closeable {

    static final String EXTENSION = ".jsonl";

    private final Path folder;
    private LocalDate openDay;
    private FileChannel open;

    DayFiles(Path folder) {
        this.folder = folder;
    }

    /** The file of a day. */
    static Path of(Path folder, LocalDate day) {
        return folder.resolve(day + EXTENSION);
    }

    /**
     * Appends a line to the file of its day, so that it is with the operating system when this returns.
     *
     * @throws IOException if it could not be written whole; a further attempt begins a new line
     */
    void append(Instant time, String line) throws IOException {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        if (open == null || !day.equals(openDay)) {
            close();
            open(day);
        }
        try {
            write(line + "\n");
        } catch (IOException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void open(LocalDate day) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path file = of(folder, day);
        boolean torn = Files.exists(file) && isTorn(file);
        open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        openDay = day;
        if (torn) {
            try {
                write("\n");
            } catch (IOException e) {
                closeAfter(e);
                throw e;
            }
        }
    }

    /** Whether a crash or a full disk left the last line without its end. */
    private static boolean isTorn(Path file) throws IOException {
        try (FileChannel present = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return present.size() > 0 && present.read(last, present.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
    }

    private void closeAfter(IOException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            FileChannel closing = open;
            open = null;
            closing.close();
        }
    }
}
