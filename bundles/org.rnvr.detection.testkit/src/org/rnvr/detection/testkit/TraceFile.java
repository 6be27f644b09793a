package org.rnvr.detection.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.testkit.internal.TraceLines;
import org.rnvr.detection.testkit.internal.TraceWriter;

/**
 * What was observed on one session, as it is kept in a file: text in UTF-8, one line an observation, fields separated by one
 * space.
 *
 * <pre>
 * rnvr-trace 1
 * camera ID
 * session NUMBER
 * begin NANOS
 * media NANOS VIDEO|AUDIO FRAMES KEYFRAMES BYTES LAST_ARRIVAL_NANOS LONGEST_GAP_NANOS LAST_PRESENTATION_NANOS
 * tick NANOS
 * request NANOS ANSWERED|NOT_OFFERED|NOT_OPEN|TIMED_OUT|FAILED STATUS ROUND_TRIP_NANOS
 * path NANOS true|false TEXT
 * buffer NANOS PERCENT
 * end OBSERVATIONS DROPPED
 * </pre>
 *
 * The first four lines come once and in this order, observations in any order but that their times never go back, and the end
 * last; it is missing if the recorder was killed. Empty lines and lines that begin with {@code #} are skipped.
 *
 * @param cameraId the camera
 * @param session the session
 * @param beginNanos monotonic time at which watching began
 * @param observations what was observed, oldest first
 * @param dropped how many observations are missing because they could not be written fast enough; empty if the file has no end
 */
public record TraceFile(
        String cameraId, long session, long beginNanos, List<Observation> observations, OptionalLong dropped) {

    public TraceFile {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(dropped);
        observations = List.copyOf(observations);
    }

    /** The first arrivals of a trace, each as an observation of its own. */
    public static TraceFile of(String cameraId, Trace trace, Duration length) {
        List<Observation> observations = new ArrayList<>();
        long[] before = {-1, -1};
        while (trace.next() && trace.arrivalNanos() <= length.toNanos()) {
            long arrival = trace.arrivalNanos();
            int track = trace.track().ordinal();
            observations.add(new MediaArrived(
                    arrival,
                    trace.track(),
                    1,
                    trace.keyFrame() ? 1 : 0,
                    trace.bytes(),
                    arrival,
                    before[track] < 0 ? 0 : arrival - before[track],
                    trace.presentationNanos()));
            before[track] = arrival;
        }
        return new TraceFile(cameraId, 1, 0, observations, OptionalLong.of(0));
    }

    /**
     * Reads a file.
     *
     * @throws TraceFormatException if a line is not as described above
     * @throws IOException if the file cannot be read
     */
    public static TraceFile read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            TraceLines lines = new TraceLines(file);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.take(line);
            }
            return lines.end();
        }
    }

    /**
     * Writes it to a file, which is replaced if it exists.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        try (TraceWriter out =
                new TraceWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), cameraId, session, beginNanos)) {
            for (Observation observation : observations) {
                out.write(observation);
            }
            if (dropped.isPresent()) {
                out.end(dropped.getAsLong());
            }
        }
    }

    /** Time from the begin to the last observation. */
    public Duration length() {
        return observations.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(observations.get(observations.size() - 1).nanos() - beginNanos);
    }
}
