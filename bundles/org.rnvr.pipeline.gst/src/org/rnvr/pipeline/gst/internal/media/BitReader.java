package org.rnvr.pipeline.gst.internal.media;

/** Bits of a NAL unit, without its emulation prevention bytes; ITU-T H.264 sections 7.4.1 and 9.1. */
final class BitReader {

    private final byte[] bytes;
    private final int length;
    private int position;

    BitReader(byte[] unit) {
        bytes = new byte[unit.length];
        int count = 0;
        int zeros = 0;
        for (byte value : unit) {
            if (zeros >= 2 && value == 3) {
                zeros = 0;
                continue;
            }
            zeros = value == 0 ? zeros + 1 : 0;
            bytes[count++] = value;
        }
        length = count;
    }

    boolean readFlag() {
        return read(1) == 1;
    }

    int read(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            int at = position >> 3;
            if (at >= length) {
                throw new IndexOutOfBoundsException("a parameter set ends early");
            }
            value = value << 1 | bytes[at] >> 7 - (position & 7) & 1;
            position++;
        }
        return value;
    }

    void skip(int bits) {
        position += bits;
    }

    /** ue(v). */
    int readUnsigned() {
        int zeros = 0;
        while (!readFlag()) {
            zeros++;
            if (zeros > 30) {
                throw new IndexOutOfBoundsException("a parameter set holds too large a number");
            }
        }
        return (1 << zeros) - 1 + read(zeros);
    }

    /** se(v). */
    int readSigned() {
        int value = readUnsigned();
        return (value & 1) == 1 ? (value + 1) / 2 : -value / 2;
    }
}
