package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** SHA-256 (FIPS 180-4) of files. */
final class Sha256 {

    private static final int CHUNK = 1 << 20;

    private Sha256() {}

    /**
     * Reads a whole file.
     *
     * @param cancelled asked once a mebibyte
     * @return 64 lower-case hexadecimal digits
     * @throws CancellationException if it was cancelled
     */
    static String of(Path file, BooleanSupplier cancelled) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (channel.read(chunk) >= 0) {
                chunk.flip();
                digest.update(chunk);
                chunk.clear();
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
