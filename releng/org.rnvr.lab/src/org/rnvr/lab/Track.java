package org.rnvr.lab;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * All that a recorder did about a camera during an experiment.
 *
 * @param camera the camera
 * @param events what it did, in the order of time
 * @param files what it recorded, in the order of time
 */
record Track(String camera, List<Event> events, List<RecordedFile> files) {

    /** A pause between frames from which on something is missing. */
    private static final long PAUSE_NANOS = 200_000_000;

    private static final long FRAME_NANOS = 40_000_000;

    Track {
        events = events.stream().sorted(Comparator.comparingLong(Event::nanos)).toList();
        files = files.stream()
                .sorted(Comparator.comparingLong(RecordedFile::firstFrame))
                .toList();
    }

    /** How many nanoseconds between two times are in no file. */
    long missing(long from, long to) {
        long[] frames =
                frames().filter(frame -> frame >= from && frame <= to).sorted().toArray();
        long missing = 0;
        long last = from;
        for (long frame : frames) {
            missing += pause(last, frame);
            last = frame;
        }
        return missing + pause(last, to);
    }

    /** When the first frame at or after a time was due that is in a file. */
    OptionalLong firstFrame(long from) {
        return frames().filter(frame -> frame >= from).min();
    }

    private LongStream frames() {
        return files.stream().flatMapToLong(file -> Arrays.stream(file.frames()));
    }

    private static long pause(long from, long to) {
        return to - from > PAUSE_NANOS ? to - from - FRAME_NANOS : 0;
    }
}
