package org.rnvr.detection.testkit.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.BufferLevel;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.RequestEnded;
import org.rnvr.detection.Observation.Tick;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.testkit.TraceFile;
import org.rnvr.detection.testkit.TraceFormatException;
import org.rnvr.pipeline.ReplyOutcome;

/** Takes the lines of a {@link TraceFile} in. */
public final class TraceLines {

    static final String FIRST = "rnvr-trace 1";

    private final Path file;
    private final List<Observation> observations = new ArrayList<>();
    private int number;
    private int header;
    private String cameraId = "";
    private long session;
    private long begin;
    private boolean ended;
    private OptionalLong dropped = OptionalLong.empty();

    /** Of a file, for messages. */
    public TraceLines(Path file) {
        this.file = file;
    }

    /** Takes the next line. */
    public void take(String line) throws TraceFormatException {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] fields = line.split(" ", -1);
        if (ended) {
            throw wrong("a line after the end; allowed is nothing");
        }
        switch (header) {
            case 0 -> {
                if (!line.equals(FIRST)) {
                    throw wrong("'" + line + "' is no version of a trace; allowed is '" + FIRST + "'");
                }
            }
            case 1 -> cameraId = header(fields, "camera");
            case 2 -> session = number(header(fields, "session"), "the session");
            case 3 -> begin = number(header(fields, "begin"), "the begin");
            default -> observation(line, fields);
        }
        header++;
    }

    /** What the lines amount to, when there are no more. */
    public TraceFile end() throws TraceFormatException {
        if (header < 4) {
            number++;
            throw wrong("the file ends; allowed are the lines '" + FIRST + "', camera, session and begin first");
        }
        return new TraceFile(cameraId, session, begin, observations, dropped);
    }

    private String header(String[] fields, String name) throws TraceFormatException {
        if (fields.length != 2 || !fields[0].equals(name)) {
            throw wrong("'" + String.join(" ", fields) + "'; allowed is '" + name + "' and its value");
        }
        return fields[1];
    }

    private void observation(String line, String[] fields) throws TraceFormatException {
        switch (fields[0]) {
            case "media" -> {
                count(fields, 9);
                add(new MediaArrived(
                        number(fields[1], "the time"),
                        constant(Track.class, fields[2]),
                        number(fields[3], "the frames"),
                        number(fields[4], "the key frames"),
                        number(fields[5], "the bytes"),
                        number(fields[6], "the last arrival"),
                        number(fields[7], "the longest gap"),
                        number(fields[8], "the last presentation time")));
            }
            case "tick" -> {
                count(fields, 2);
                add(new Tick(number(fields[1], "the time")));
            }
            case "request" -> {
                count(fields, 5);
                add(new RequestEnded(
                        number(fields[1], "the time"),
                        constant(ReplyOutcome.class, fields[2]),
                        (int) number(fields[3], "the status"),
                        Duration.ofNanos(number(fields[4], "the round trip"))));
            }
            case "path" -> path(line);
            case "buffer" -> {
                count(fields, 3);
                add(new BufferLevel(number(fields[1], "the time"), (int) number(fields[2], "the level")));
            }
            case "end" -> {
                count(fields, 3);
                ended = true;
                if (number(fields[1], "the number of observations") != observations.size()) {
                    throw wrong("the end tells of " + fields[1] + " observations; allowed is their number, "
                            + observations.size());
                }
                dropped = OptionalLong.of(number(fields[2], "the number of drops"));
            }
            default ->
                throw wrong("'" + fields[0]
                        + "' is no kind of observation; allowed are media, tick, request, path, buffer and end");
        }
    }

    private void path(String line) throws TraceFormatException {
        String[] fields = line.split(" ", 4);
        count(fields, 4);
        if (!fields[2].equals("true") && !fields[2].equals("false")) {
            throw wrong("'" + fields[2] + "' is no answer; allowed are true and false");
        }
        add(new PathProbed(number(fields[1], "the time"), fields[2].equals("true"), fields[3]));
    }

    private void add(Observation observation) throws TraceFormatException {
        long before = observations.isEmpty()
                ? begin
                : observations.get(observations.size() - 1).nanos();
        if (observation.nanos() < before) {
            throw wrong("the time " + observation.nanos() + " goes back; allowed is " + before + " or later");
        }
        observations.add(observation);
    }

    private void count(String[] fields, int count) throws TraceFormatException {
        if (fields.length != count) {
            throw wrong(fields.length + " fields; allowed for " + fields[0] + " are " + count);
        }
    }

    private long number(String field, String what) throws TraceFormatException {
        try {
            return Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw wrong(what + " is '" + field + "'; allowed are whole numbers of 64 bits");
        }
    }

    private <E extends Enum<E>> E constant(Class<E> type, String field) throws TraceFormatException {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(field)) {
                return one;
            }
        }
        throw wrong("'" + field + "' is unknown; allowed are " + Arrays.toString(type.getEnumConstants()));
    }

    private TraceFormatException wrong(String problem) {
        return new TraceFormatException(file, number, problem);
    }
}
