package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;

/** Where samples lie that come in chunks: stsc with stco or co64 of ISO/IEC 14496-12. */
final class Mp4Chunks {

    private final FileBytes in;
    private final long runs;
    private final long runCount;
    private final long chunks;
    private final long offsets;
    private final boolean wide;
    private long nextRun;
    private long chunk;
    private long perChunk;
    private long left;
    private long place;

    Mp4Chunks(FileBytes in, Mp4Box runsBox, Mp4Box offsetsBox, boolean wide) throws IOException {
        this.in = in;
        this.runs = runsBox.body() + 8;
        this.chunks = in.u32(offsetsBox.body() + 4);
        this.offsets = offsetsBox.body() + 8;
        this.wide = wide;
        this.runCount = in.u32(runsBox.body() + 4);
    }

    /** Where the next sample begins. */
    long next(long size) throws IOException {
        if (left == 0) {
            if (chunk == chunks) {
                throw new IOException("it is damaged: more samples than chunks hold");
            }
            if (nextRun < runCount && in.u32(runs + 12 * nextRun) == chunk + 1) {
                perChunk = in.u32(runs + 12 * nextRun + 4);
                nextRun++;
            }
            place = wide ? in.s64(offsets + 8 * chunk) : in.u32(offsets + 4 * chunk);
            left = perChunk;
            chunk++;
            if (left == 0) {
                throw new IOException("it is damaged: a chunk holds no sample");
            }
        }
        long found = place;
        place += size;
        left--;
        return found;
    }
}
