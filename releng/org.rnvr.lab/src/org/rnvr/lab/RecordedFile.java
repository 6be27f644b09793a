package org.rnvr.lab;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that a recorder made, placed in time.
 *
 * @param path the file
 * @param firstFrame when its first frame came, as of {@link System#nanoTime()}
 * @param playback what is in it
 */
record RecordedFile(Path path, long firstFrame, Playback playback) {

    private static final double NANOS = 1e9;

    /** When each frame was due, rising. */
    long[] frames() {
        double[] times = playback.times();
        return Arrays.stream(times)
                .mapToLong(time -> firstFrame + Math.round((time - times[0]) * NANOS))
                .toArray();
    }
}
