package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.rnvr.recorder.internal.hash.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was just written from where it was written to. Past the memory in which the operating system keeps what it wrote,
 * wherever the file system can do that ({@code O_DIRECT}); elsewhere, as on a tmpfs, it may be that memory which answers. The
 * memory of the device itself is out of reach of both.
 */
final class ReadBack {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReadBack.class);
    private static final int BLOCK_BYTES = 1 << 20;

    private ReadBack() {}

    /** Hash and size of a file; {@code passed} hears of each block how many bytes it had. */
    static Sha256.Hashed hash(Path file, LongConsumer passed) throws IOException {
        Optional<FileChannel> direct = openDirect(file);
        if (direct.isEmpty()) {
            return Sha256.of(file, Long.MAX_VALUE, passed);
        }
        try (FileChannel channel = direct.get()) {
            return hash(channel, Math.toIntExact(Files.getFileStore(file).getBlockSize()), passed);
        }
    }

    private static Sha256.Hashed hash(FileChannel channel, int alignment, LongConsumer passed) throws IOException {
        Sha256 sha256 = new Sha256();
        // Reads past memory begin, and end, at multiples of the block of the file system.
        int capacity = Math.max(alignment, BLOCK_BYTES / alignment * alignment);
        ByteBuffer block = ByteBuffer.allocateDirect(capacity + alignment - 1).alignedSlice(alignment);
        long size = channel.size();
        long total = 0;
        while (total < size) {
            block.clear().limit(capacity);
            int read = channel.read(block);
            if (read < 0 || read % alignment != 0 && total + read < size) {
                throw new IOException("it ends after " + (total + Math.max(0, read)) + " of " + size + " bytes");
            }
            sha256.update(block.flip());
            total += read;
            passed.accept(read);
        }
        return new Sha256.Hashed(sha256.hex(), total);
    }

    private static Optional<FileChannel> openDirect(Path file) {
        Optional<OpenOption> option = directOption();
        if (option.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FileChannel.open(file, StandardOpenOption.READ, option.get()));
        } catch (IOException | UnsupportedOperationException e) {
            LOGGER.debug("{} cannot be read past the memory of the operating system", file, e);
            return Optional.empty();
        }
    }

    /** The option is of the module jdk.unsupported, which a Java run-time may lack and no bundle can import everywhere. */
    private static Optional<OpenOption> directOption() {
        try {
            Class<?> options =
                    Class.forName("com.sun.nio.file.ExtendedOpenOption", true, ClassLoader.getPlatformClassLoader());
            for (Object option : options.getEnumConstants()) {
                if (option instanceof OpenOption direct && option.toString().equals("DIRECT")) {
                    return Optional.of(direct);
                }
            }
        } catch (ClassNotFoundException e) {
            LOGGER.debug("this Java run-time cannot read past the memory of the operating system", e);
        }
        return Optional.empty();
    }
}
