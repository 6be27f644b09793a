package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;

/**
 * The arrivals of a {@link TraceFile}, to run any strategy over last night's loss. The strategy may ask for other probes than
 * those that were recorded, so that the simulation answers them.
 * <p>
 * The recording tells the last arrival and the longest gap of each tick. Of several frames in a tick the first is taken to have
 * come after that gap, and the others evenly after it. A recording ends: {@link #length()} is how long to simulate. Whether a
 * silence in it was an outage the recording does not tell: see {@link #outages(Duration)}. Immutable; any thread.
 */
public final class RecordedTrace implements TraceSource {

    private final String name;
    private final boolean wired;
    private final List<MediaArrived> media;
    private final long begin;
    private final Duration length;

    /**
     * Of a recording.
     *
     * @param name for reports
     * @param wired whether the path was wired and lossless
     */
    public RecordedTrace(String name, boolean wired, TraceFile file) {
        this.name = Objects.requireNonNull(name);
        this.wired = wired;
        begin = file.beginNanos();
        length = file.length();
        List<MediaArrived> all = new ArrayList<>();
        for (Observation observation : file.observations()) {
            if (observation instanceof MediaArrived arrived && arrived.frames() > 0) {
                all.add(arrived);
            }
        }
        media = List.copyOf(all);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wired() {
        return wired;
    }

    /** How long the recording is. */
    public Duration length() {
        return length;
    }

    /**
     * The silences of the recording, taken for silent cuts: each from 1 ns after the last media on whichever track to the next,
     * or to the end of the recording.
     *
     * @param least how long a silence must be to be one
     */
    public Outages outages(Duration least) {
        List<Outage> silences = new ArrayList<>();
        Trace trace = open(0);
        long before = 0;
        while (trace.next()) {
            addSilence(silences, before, trace.arrivalNanos(), least);
            before = trace.arrivalNanos();
        }
        addSilence(silences, before, length.toNanos(), least);
        return Outages.of(silences.toArray(Outage[]::new));
    }

    /** The recording; the seed changes nothing. */
    @Override
    public Trace open(long seed) {
        return new Merged(new Arrivals(media, Track.VIDEO, begin), new Arrivals(media, Track.AUDIO, begin));
    }

    private static void addSilence(List<Outage> silences, long from, long to, Duration least) {
        if (to - from >= least.toNanos() && to - from > 1) {
            silences.add(new Outage(from + 1, to - from - 1, Outage.Kind.CUT));
        }
    }

    /** The frames of one track; a cursor that stands at the first one. */
    private static final class Arrivals {

        private final List<MediaArrived> media;
        private final Track track;
        private final long begin;
        private int index = -1;
        private long frame;
        private long arrival;
        private long first;
        private boolean any;

        Arrivals(List<MediaArrived> media, Track track, long begin) {
            this.media = media;
            this.track = track;
            this.begin = begin;
            nextObservation();
        }

        boolean atEnd() {
            return index >= media.size();
        }

        MediaArrived observation() {
            return media.get(index);
        }

        void next() {
            frame++;
            if (frame < observation().frames()) {
                arrival = at(frame);
            } else {
                nextObservation();
            }
        }

        private void nextObservation() {
            long before = arrival;
            index++;
            while (!atEnd() && observation().track() != track) {
                index++;
            }
            if (atEnd()) {
                return;
            }
            MediaArrived arrived = observation();
            long last = Math.max(before, arrived.lastArrivalNanos() - begin);
            long gap = arrived.longestGapNanos();
            long guess = any ? before + gap : last - gap * (arrived.frames() - 1);
            first = arrived.frames() == 1 ? last : Math.max(before, Math.min(last, guess));
            any = true;
            frame = 0;
            arrival = at(0);
        }

        private long at(long number) {
            MediaArrived arrived = observation();
            long last = Math.max(first, arrived.lastArrivalNanos() - begin);
            return arrived.frames() == 1 ? last : first + (last - first) * number / (arrived.frames() - 1);
        }
    }

    private static final class Merged implements Trace {

        private final Arrivals video;
        private final Arrivals audio;
        private Arrivals current;
        private long arrival;
        private long number;
        private MediaArrived observation;

        Merged(Arrivals video, Arrivals audio) {
            this.video = video;
            this.audio = audio;
        }

        @Override
        public boolean next() {
            if (video.atEnd() && audio.atEnd()) {
                return false;
            }
            current = audio.atEnd() || !video.atEnd() && video.arrival <= audio.arrival ? video : audio;
            arrival = Math.max(arrival, current.arrival);
            number = current.frame;
            observation = current.observation();
            current.next();
            return true;
        }

        @Override
        public long arrivalNanos() {
            return arrival;
        }

        @Override
        public long presentationNanos() {
            return observation.lastPresentationNanos();
        }

        @Override
        public Track track() {
            return observation.track();
        }

        @Override
        public boolean keyFrame() {
            return number < observation.keyFrames();
        }

        @Override
        public int bytes() {
            long share = observation.bytes() / observation.frames();
            return (int) (number > 0 ? share : observation.bytes() - share * (observation.frames() - 1));
        }
    }
}
