package org.rnvr.recorder.internal.hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** SHA-256 (FIPS 180-4), as 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final int BLOCK_BYTES = 1 << 20;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of some bytes. */
    public static String of(byte[] bytes) {
        Sha256 sha256 = new Sha256();
        sha256.update(ByteBuffer.wrap(bytes));
        return sha256.hex();
    }

    /**
     * Of a whole file.
     *
     * @param cancelled asked after each block
     * @throws CancellationException if it was cancelled
     */
    public static String of(Path file, BooleanSupplier cancelled) throws IOException {
        return of(file, Long.MAX_VALUE, bytes -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                })
                .sha256();
    }

    /**
     * Of a file, or of its beginning.
     *
     * @param file the file
     * @param limit the most bytes that are read
     * @param passed hears after each block how many bytes it had; what it throws ends the reading
     */
    public static Hashed of(Path file, long limit, LongConsumer passed) throws IOException {
        Sha256 sha256 = new Sha256();
        long total = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer block = ByteBuffer.allocate((int) Math.max(1, Math.min(BLOCK_BYTES, channel.size())));
            while (total < limit) {
                block.clear().limit((int) Math.min(block.capacity(), limit - total));
                int read = channel.read(block);
                if (read < 0) {
                    break;
                }
                sha256.update(block.flip());
                total += read;
                passed.accept(read);
            }
        }
        return new Hashed(sha256.hex(), total);
    }

    public void update(ByteBuffer bytes) {
        digest.update(bytes);
    }

    /** What has been taken in, after which it begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What was read, in short.
     *
     * @param sha256 its hash
     * @param bytes how much it was
     */
    public record Hashed(String sha256, long bytes) {}
}
