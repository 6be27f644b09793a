package org.rnvr.journal.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads the lines of a file that grows at its end, the last one first, as far as it reached when the reading began. */
final class BackwardLines {

    /** Longer lines are none of the journal's and are left out, so that a damaged file cannot fill the memory. */
    static final int LONGEST = 1 << 20;

    private static final int BLOCK = 1 << 17;

    /** Takes a line where it lies. */
    @FunctionalInterface
    interface Taker {

        /** Takes the line from here to there, without its end, and says whether it wants another. */
        boolean take(byte[] bytes, int start, int end);
    }

    private BackwardLines() {}

    /**
     * Reads until the beginning, or until the taker wants no more.
     *
     * @return whether the taker wants more
     */
    static boolean read(Path file, Taker taker) throws IOException {
        byte[] bytes = new byte[BLOCK];
        byte[] rest = new byte[0];
        boolean tooLong = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long position = channel.size();
            while (position > 0) {
                int length = (int) Math.min(BLOCK, position);
                position -= length;
                if (bytes.length < length + rest.length) {
                    bytes = new byte[length + rest.length];
                }
                read(channel, position, ByteBuffer.wrap(bytes, 0, length));
                System.arraycopy(rest, 0, bytes, length, rest.length);
                int end = length + rest.length;
                for (int i = length - 1; i >= 0; i--) {
                    if (bytes[i] == '\n') {
                        if (i + 1 < end && !tooLong && !taker.take(bytes, i + 1, end)) {
                            return false;
                        }
                        tooLong = false;
                        end = i;
                    }
                }
                tooLong |= end > LONGEST;
                rest = tooLong ? new byte[0] : Arrays.copyOf(bytes, end);
            }
        }
        return rest.length == 0 || taker.take(rest, 0, rest.length);
    }

    private static void read(FileChannel channel, long position, ByteBuffer block) throws IOException {
        long at = position;
        while (block.hasRemaining()) {
            int count = channel.read(block, at);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            at += count;
        }
    }
}
