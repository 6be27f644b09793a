package org.rnvr.console.internal.log;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** Reads a log file from near its end, and then what is appended to it. Never more than a bound at once. For one thread. */
final class LogTail {

    /**
     * What was read.
     *
     * @param lines whole lines
     * @param anew whether they are those of another file than before, or of the same begun anew
     */
    record Read(List<String> lines, boolean anew) {}

    private static final String COMPRESSED = ".zip";

    private final Path file;
    private final int most;
    private Object key;
    private long position = -1;

    /** Of this file, at most so many bytes at once. */
    LogTail(Path file, int most) {
        this.file = file;
        this.most = most;
    }

    Path file() {
        return file;
    }

    /** Reads what is new. */
    Read read() throws IOException {
        return file.toString().endsWith(COMPRESSED) ? readCompressed() : readPlain();
    }

    private Read readPlain() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        boolean anew = position < 0 || attributes.size() < position || !Objects.equals(key, attributes.fileKey());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long begin = anew ? 0 : position;
            boolean cut = size - begin > most;
            begin = cut ? size - most : begin;
            byte[] bytes = bytes(channel, begin, (int) (size - begin));
            int from = cut ? afterFirstEnd(bytes) : 0;
            int to = afterLastEnd(bytes);
            key = attributes.fileKey();
            position = begin + to;
            return new Read(lines(bytes, Math.min(from, to), to), anew);
        }
    }

    /** It does not grow any more. */
    private Read readCompressed() throws IOException {
        if (position >= 0) {
            return new Read(List.of(), false);
        }
        position = 0;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean cut = false;
        try (InputStream raw = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(raw)) {
            if (zip.getNextEntry() == null) {
                throw new EOFException("the archive holds no file");
            }
            byte[] block = new byte[1 << 16];
            for (int count = zip.read(block); count >= 0; count = zip.read(block)) {
                kept.write(block, 0, count);
                if (kept.size() > 2 * most) {
                    cut = true;
                    byte[] all = kept.toByteArray();
                    kept.reset();
                    kept.write(all, all.length - most, most);
                }
            }
        }
        byte[] bytes = kept.toByteArray();
        return new Read(lines(bytes, cut ? afterFirstEnd(bytes) : 0, bytes.length), true);
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                return Arrays.copyOf(bytes.array(), bytes.position());
            }
        }
        return bytes.array();
    }

    private static int afterFirstEnd(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private static int afterLastEnd(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<String> lines(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
