package org.rnvr.pipeline.gst.internal.media;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file at any place, big-endian, through a window that is moved only when it must be. A file that grows is
 * as long as it was when it was opened. For one thread.
 */
final class FileBytes implements Closeable {

    /** For hopping from header to header: what is skipped is not read. */
    static final int SMALL_WINDOW = 4 << 10;

    private static final int LARGE_WINDOW = 1 << 20;

    private final SeekableByteChannel channel;
    private final long size;
    private ByteBuffer window;
    private long windowStart;

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.window = ByteBuffer.allocate(SMALL_WINDOW).limit(0);
    }

    static FileBytes open(Path file) throws IOException {
        return new FileBytes(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** From now on large pieces are read: nothing will be skipped. */
    void readAhead() {
        window = ByteBuffer.allocate(LARGE_WINDOW).limit(0);
    }

    long size() {
        return size;
    }

    int u8(long position) throws IOException {
        return at(position, Byte.BYTES).get() & 0xff;
    }

    int u16(long position) throws IOException {
        return at(position, Short.BYTES).getShort() & 0xffff;
    }

    long u32(long position) throws IOException {
        return at(position, Integer.BYTES).getInt() & 0xffff_ffffL;
    }

    long s64(long position) throws IOException {
        return at(position, Long.BYTES).getLong();
    }

    byte[] bytes(long position, int length) throws IOException {
        if (length < 0 || position < 0 || position > size - length) {
            throw new EOFException(length + " bytes at " + position + " of " + size);
        }
        byte[] bytes = new byte[length];
        if (length <= window.capacity()) {
            at(position, length).get(bytes);
        } else {
            read(position, ByteBuffer.wrap(bytes));
        }
        return bytes;
    }

    /** Whether nothing but zeros follows, as a power cut leaves at the end of a file. */
    boolean isZeroFrom(long position) throws IOException {
        for (long at = position; at < size; at++) {
            if (u8(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private ByteBuffer at(long position, int length) throws IOException {
        if (position < 0 || position > size - length) {
            throw new EOFException(length + " bytes at " + position + " of " + size);
        }
        if (position < windowStart || position + length > windowStart + window.limit()) {
            window.clear().limit((int) Math.min(window.capacity(), size - position));
            windowStart = position;
            try {
                read(position, window);
            } catch (IOException e) {
                window.limit(0);
                throw e;
            }
        }
        return window.position((int) (position - windowStart));
    }

    private void read(long position, ByteBuffer into) throws IOException {
        channel.position(position);
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
