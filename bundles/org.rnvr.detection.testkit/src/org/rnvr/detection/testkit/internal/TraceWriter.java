package org.rnvr.detection.testkit.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.BufferLevel;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.RequestEnded;

/** Writes a {@link org.rnvr.detection.testkit.TraceFile} as observations come. For one thread. */
public final class TraceWriter implements Closeable {

    private final Writer out;
    private final StringBuilder line = new StringBuilder(160);
    private long observations;

    /**
     * Begins a file.
     *
     * @param out where to; closed with this
     */
    public TraceWriter(Writer out, String cameraId, long session, long beginNanos) throws IOException {
        this.out = out;
        out.write(TraceLines.FIRST + "\ncamera " + cameraId + "\nsession " + session + "\nbegin " + beginNanos + "\n");
    }

    /** Writes one observation. */
    public void write(Observation observation) throws IOException {
        line.setLength(0);
        if (observation instanceof MediaArrived media) {
            begin("media", media).append(' ').append(media.track());
            field(media.frames());
            field(media.keyFrames());
            field(media.bytes());
            field(media.lastArrivalNanos());
            field(media.longestGapNanos());
            field(media.lastPresentationNanos());
        } else if (observation instanceof RequestEnded request) {
            begin("request", request).append(' ').append(request.outcome());
            field(request.status());
            field(request.roundTrip().toNanos());
        } else if (observation instanceof PathProbed path) {
            begin("path", path).append(' ').append(path.answered()).append(' ');
            line.append(path.text().replaceAll("\\s+", " "));
        } else if (observation instanceof BufferLevel buffer) {
            begin("buffer", buffer);
            field(buffer.percent());
        } else {
            begin("tick", observation);
        }
        out.append(line.append('\n'));
        observations++;
    }

    /** Writes that all is written. */
    public void end(long dropped) throws IOException {
        out.write("end " + observations + " " + dropped + "\n");
    }

    /** Hands on what was written. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private StringBuilder begin(String kind, Observation observation) {
        line.append(kind);
        field(observation.nanos());
        return line;
    }

    private void field(long value) {
        line.append(' ').append(value);
    }
}
