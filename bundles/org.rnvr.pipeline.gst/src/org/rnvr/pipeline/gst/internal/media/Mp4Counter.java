package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;

/** Reads a table that says how many samples in a row have the same value: stts and ctts of ISO/IEC 14496-12. */
final class Mp4Counter {

    private final FileBytes in;
    private final long entries;
    private long at;
    private long read;
    private long left;
    private long value;

    Mp4Counter(FileBytes in, Mp4Box box) throws IOException {
        this.in = in;
        this.entries = in.u32(box.body() + 4);
        this.at = box.body() + 8;
    }

    /** The value of the next sample; that of the last one if the table is too short. */
    long next() throws IOException {
        while (left == 0 && read < entries) {
            left = in.u32(at);
            value = in.u32(at + 4);
            at += 8;
            read++;
        }
        left = Math.max(0, left - 1);
        return value;
    }
}
