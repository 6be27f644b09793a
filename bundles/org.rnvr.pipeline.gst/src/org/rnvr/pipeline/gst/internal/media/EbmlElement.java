package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.Optional;

/**
 * An element of EBML, RFC 8794. It may reach beyond the end of the file.
 *
 * @param id with its length marker
 * @param start where it begins
 * @param sizeAt where its size is written
 * @param body where its content begins
 * @param size of its content; {@link #UNKNOWN} if it was not known when it was written
 */
record EbmlElement(long id, long start, long sizeAt, long body, long size) {

    static final long UNKNOWN = -1;

    private static final int LONGEST_ID = 4;
    private static final int LONGEST_SIZE = 8;

    /** The element at a position; empty if there is none, or not even its size. */
    static Optional<EbmlElement> at(FileBytes in, long position, long limit) throws IOException {
        if (position >= limit) {
            return Optional.empty();
        }
        int idLength = Integer.numberOfLeadingZeros(in.u8(position)) - 23;
        if (idLength > LONGEST_ID || position + idLength >= limit) {
            return Optional.empty();
        }
        long id = number(in, position, idLength);
        long sizeAt = position + idLength;
        int sizeLength = length(in, sizeAt);
        if (sizeLength > LONGEST_SIZE || sizeAt + sizeLength > limit) {
            return Optional.empty();
        }
        long mask = (1L << 7 * sizeLength) - 1;
        long size = number(in, sizeAt, sizeLength) & mask;
        return Optional.of(new EbmlElement(id, position, sizeAt, sizeAt + sizeLength, size == mask ? UNKNOWN : size));
    }

    /** Number of bytes of the variable-length number at a position. */
    static int length(FileBytes in, long position) throws IOException {
        return Integer.numberOfLeadingZeros(in.u8(position)) - 23;
    }

    /** An unsigned number. */
    static long number(FileBytes in, long position, long length) throws IOException {
        long value = 0;
        for (long i = 0; i < length; i++) {
            value = value << 8 | in.u8(position + i);
        }
        return value;
    }

    boolean isWhole(long limit) {
        return size != UNKNOWN && size <= limit - body;
    }

    /** Where it ends, or where the file does. */
    long end(long limit) {
        return isWhole(limit) ? body + size : limit;
    }

    /** Its size as it is to be written for another one, in as many bytes. */
    byte[] sized(long newSize) {
        byte[] bytes = new byte[(int) (body - sizeAt)];
        long value = newSize | 1L << 7 * bytes.length;
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = (byte) value;
            value >>= 8;
        }
        return bytes;
    }
}
