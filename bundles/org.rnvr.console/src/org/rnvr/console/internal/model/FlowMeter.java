package org.rnvr.console.internal.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.rnvr.pipeline.Vitals;

/** Measures how much video a camera sends, over the latest few seconds. For one thread. */
public final class FlowMeter {

    /** What is measured over at most. */
    static final Duration WINDOW = Duration.ofSeconds(5);

    private static final double NANOS = 1e9;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, Vitals vitals) {}

    /**
     * A rate.
     *
     * @param framesPerSecond of video
     * @param bitsPerSecond of video
     */
    public record Flow(double framesPerSecond, double bitsPerSecond) {}

    /** Takes in what is known now, at a time of {@link System#nanoTime()}; another session begins anew. */
    public void add(long nanos, Vitals vitals) {
        if (!samples.isEmpty() && samples.getLast().vitals().session() != vitals.session()) {
            samples.clear();
        }
        samples.add(new Sample(nanos, vitals));
        while (nanos - samples.getFirst().nanos() > WINDOW.toNanos()) {
            samples.removeFirst();
        }
    }

    /** There is no session. */
    public void clear() {
        samples.clear();
    }

    /** The rate; empty before it can be told. */
    public Optional<Flow> flow() {
        if (samples.size() < 2) {
            return Optional.empty();
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = (last.nanos() - first.nanos()) / NANOS;
        if (seconds <= 0) {
            return Optional.empty();
        }
        Vitals.Track before = first.vitals().video();
        Vitals.Track now = last.vitals().video();
        return Optional.of(new Flow(
                (now.frames() - before.frames()) / seconds, (now.bytes() - before.bytes()) * Byte.SIZE / seconds));
    }
}
