package org.rnvr.detect.keepalive.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.pipeline.ReplyOutcome;

/**
 * A camera behind a path that is cut once, and the monitor's tick, in simulated milliseconds. Segments lost in the cut are
 * retransmitted 0.2, 0.6, 1.4, 3.0, 6.2 and 12.6 s after they were first sent; a SYN not within the second that a probe has.
 */
final class SimulatedCamera {

    private static final long TICK = 50;
    private static final long ONE_WAY = 1;
    private static final long PROBE_LIMIT = 1000;
    private static final long PROBE_RESULT_LATE = 15;
    private static final long NEVER = Long.MAX_VALUE / 4;

    final long cutAt;
    final long cutFor;

    long frameInterval = 40;
    boolean tcp = true;
    long phase;
    boolean offersRequests = true;
    boolean answersRequests = true;
    boolean answersProbes = true;
    boolean survivesCut = true;
    long mediaStopAt = NEVER;
    long requestLimit = 10_000;

    private final TreeMap<Long, Runnable> agenda = new TreeMap<>();
    private Detector detector;
    private long now;
    private boolean requestOutstanding;
    private boolean probing;
    private long streamStalledAt = NEVER;

    private long lastArrival;
    private long newFrames;

    private Optional<Verdict> dead = Optional.empty();
    private Optional<Verdict> suspect = Optional.empty();
    private Grade last = Grade.HEALTHY;
    private int requests;
    private int probes;

    /** When something was seen, and how long no media had come then, in milliseconds. */
    record Verdict(long at, long silence) {}

    SimulatedCamera(long cutAt, long cutFor) {
        this.cutAt = cutAt;
        this.cutFor = cutFor;
    }

    static SimulatedCamera cutForEver(long cutAt) {
        return new SimulatedCamera(cutAt, NEVER);
    }

    void watch(Duration timeout, long until) {
        detector = new KeepaliveDetector(new Timing(timeout), 0);
        at(phase, this::tick);
        at(0, this::frame);
        while (!agenda.isEmpty() && agenda.firstKey() <= until && dead.isEmpty()) {
            var next = agenda.pollFirstEntry();
            now = next.getKey();
            next.getValue().run();
        }
    }

    Optional<Verdict> dead() {
        return dead;
    }

    Optional<Verdict> suspect() {
        return suspect;
    }

    Grade last() {
        return last;
    }

    int requests() {
        return requests;
    }

    int probes() {
        return probes;
    }

    private void at(long time, Runnable what) {
        agenda.merge(Math.max(time, now), what, (first, second) -> () -> {
            first.run();
            second.run();
        });
    }

    private boolean up(long time) {
        return time < cutAt || time >= cutAt + cutFor;
    }

    private boolean sessionLives(long time) {
        return time < cutAt || survivesCut;
    }

    /** When a segment first sent at this time gets through. */
    private long delivered(long sent) {
        if (up(sent)) {
            return sent;
        }
        for (int doublings = 1; doublings <= 8; doublings++) {
            long retransmitted = sent + 200 * ((1L << doublings) - 1);
            if (up(retransmitted)) {
                return retransmitted;
            }
        }
        return NEVER;
    }

    /** When what the camera sends at this time in the order of its TCP stream gets through. */
    private long inOrder(long sent) {
        if (streamStalledAt == NEVER && !up(sent)) {
            streamStalledAt = sent;
        }
        return streamStalledAt == NEVER ? sent : Math.max(sent, delivered(streamStalledAt));
    }

    private void frame() {
        if (now >= mediaStopAt || !sessionLives(now)) {
            return;
        }
        long arrival = tcp ? inOrder(now) : up(now) ? now : NEVER;
        if (arrival < NEVER) {
            at(arrival + ONE_WAY, () -> {
                newFrames++;
                lastArrival = now;
            });
        }
        at(now + frameInterval, this::frame);
    }

    private void tick() {
        if (newFrames > 0) {
            long frames = newFrames;
            newFrames = 0;
            show(new Observation.MediaArrived(
                    nanos(now), Observation.Track.VIDEO, frames, 0, frames * 1000, nanos(lastArrival), 0, 0));
        }
        show(new Observation.Tick(nanos(now)));
        at(now + TICK, this::tick);
    }

    private void show(Observation observation) {
        Assessment assessment = detector.observe(observation);
        last = assessment.grade();
        if (last == Grade.DEAD && dead.isEmpty()) {
            dead = Optional.of(new Verdict(now, now - lastArrival));
        }
        if (last == Grade.SUSPECT && suspect.isEmpty()) {
            suspect = Optional.of(new Verdict(now, now - lastArrival));
        }
        Set<Probe> asked = assessment.probes();
        if (asked.contains(Probe.SESSION_REQUEST) && !requestOutstanding) {
            request();
        }
        if (asked.contains(Probe.FRESH_CONNECTION) && !probing) {
            probe();
        }
    }

    private void request() {
        requests++;
        requestOutstanding = true;
        long asked = now;
        if (!offersRequests) {
            at(asked, () -> requestEnded(asked, ReplyOutcome.NOT_OFFERED, 0));
            return;
        }
        long received = delivered(asked) + ONE_WAY;
        long limit = asked + requestLimit;
        at(limit, () -> {
            if (requestOutstanding) {
                requestEnded(asked, ReplyOutcome.TIMED_OUT, 0);
            }
        });
        if (received >= limit || !answersRequests || !sessionLives(received)) {
            return;
        }
        at(received, () -> {
            long reply = (tcp ? inOrder(now) : delivered(now)) + ONE_WAY;
            if (reply < limit) {
                at(reply, () -> requestEnded(asked, ReplyOutcome.ANSWERED, 200));
            }
        });
    }

    private void requestEnded(long asked, ReplyOutcome outcome, int status) {
        requestOutstanding = false;
        show(new Observation.RequestEnded(nanos(now), outcome, status, Duration.ofMillis(now - asked)));
    }

    private void probe() {
        probes++;
        probing = true;
        boolean answer = answersProbes && up(now) && up(now + 2 * ONE_WAY);
        long end = answer ? now + 4 * ONE_WAY : now + PROBE_LIMIT + PROBE_RESULT_LATE;
        at(end, () -> {
            probing = false;
            show(new Observation.PathProbed(nanos(now), answer, answer ? "answered" : "silent"));
        });
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
