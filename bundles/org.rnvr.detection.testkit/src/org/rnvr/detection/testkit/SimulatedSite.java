package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.detection.testkit.internal.Dice;
import org.rnvr.detection.testkit.internal.ListenedTime;
import org.rnvr.detection.testkit.internal.Nanos;
import org.rnvr.detection.testkit.internal.Retransmission;
import org.rnvr.pipeline.ReplyOutcome;

/**
 * A camera, the path to it and the recorder's machine in simulated time, for simulations that hold several sessions at a time
 * as the monitor does. {@link StrategyRun} needs one only and is faster.
 * <p>
 * What passes on the path is as {@link Outage.Kind} and {@link Trace} have it. A session is set up 50 to 150 ms after it is
 * asked for; a request for one that gets lost is sent again after 1, 3, 7, ... s (RFC 6298 section 2, the wait doubles) and
 * one that is cut while it is set up goes on with TCP's next retransmission. Sessions do not outlive a reboot, nor a cut that
 * is longer than the camera's session timeout. The camera has room for any number of sessions.
 * <p>
 * Two times run here. The machine's is that of traces and outages. The one shown, {@link #nanos()}, leaves out stretches of
 * more than 150 ms in which the machine stood still. For one thread.
 */
public final class SimulatedSite {

    private static final long LOOK_LIMIT = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_REQUEST_AGAIN = Duration.ofSeconds(1).toNanos();

    private final Trace trace;
    private final Iterator<Outage> plan;
    private final Dice dice;
    private final boolean tcp;
    private final long requestLimit;
    private final long sessionTimeout;
    private final ListenedTime time = new ListenedTime();
    private final List<SimulatedSession> sessions = new ArrayList<>();

    private Outage planned;
    private Outage cut;
    private Outage reboot;
    private boolean atEnd;
    private long raw;
    private long now;
    private long nanos;

    /**
     * At the beginning of a trace.
     *
     * @param simulation says how media travel, how long a request may take, when a camera forgets a session, and the seed of
     *     all that is random; the rest of it is not used
     */
    public SimulatedSite(TraceSource traces, Outages outages, Simulation simulation) {
        StreamingSettings settings = simulation.settings();
        Dice seeds = new Dice(simulation.seed());
        plan = outages.open(seeds.next());
        trace = traces.open(seeds.next());
        dice = seeds.fork();
        tcp = settings.transport() == Transport.TCP;
        requestLimit = settings.tcpTimeout().toNanos();
        sessionTimeout = simulation.sessionTimeout().toNanos();
        planned = nextPlanned();
        step();
    }

    /** The machine's time. */
    public long machineNanos() {
        return now;
    }

    /** The time shown. */
    public long nanos() {
        return nanos;
    }

    /** Whether all media of a recording have arrived. */
    public boolean ended() {
        return atEnd;
    }

    /** When something next arrives or is lost, in the machine's time; far off if nothing ever does. */
    public long nextNanos() {
        return raw;
    }

    /**
     * Lets time pass up to a time of the machine, or, if it stands still then, to the end of that.
     *
     * @param machineNanos not before {@link #machineNanos()}
     */
    public void advanceTo(long machineNanos) {
        long next = machineNanos;
        if (!atEnd && now < raw && trace.standstillNanos() > 0 && raw - trace.standstillNanos() < next) {
            next = Math.max(next, raw);
        }
        now = next;
        nanos = time.tick(now);
        while (raw <= now) {
            beginOutages(raw);
            for (int i = 0; i < sessions.size(); i++) {
                sessions.get(i).sent(trace, raw, cut);
            }
            step();
        }
        beginOutages(now);
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).deliver(now);
        }
    }

    /** The outage that began last, that may be over; null if there was none. Of two at a time, the one that ends last. */
    public Outage lastOutage() {
        if (reboot == null || cut != null && cut.endNanos() >= reboot.endNanos()) {
            return cut;
        }
        return reboot;
    }

    /** Asks for a session. */
    public SimulatedSession open() {
        long begins = reaches(now, FIRST_REQUEST_AGAIN);
        begins += Nanos.ofMillis(dice.between(50, 150));
        if (planned != null && planned.beginNanos() < begins && cuts(planned)) {
            begins = Math.max(begins, Retransmission.after(planned.beginNanos(), planned.endNanos()));
        }
        SimulatedSession session = new SimulatedSession(tcp, time, begins);
        sessions.add(session);
        return session;
    }

    /** Closes a session. */
    public void close(SimulatedSession session) {
        sessions.remove(session);
    }

    /** Looks at the path by a connection of its own that is given a second. */
    public Look look() {
        long answered = now + 2 * roundTrip();
        if (stalled()) {
            answered = Math.max(answered, trace.pathBackNanos() + 2 * roundTrip());
        }
        boolean comes = !isDown() && answered < now + LOOK_LIMIT;
        return new Look(comes ? answered : now + LOOK_LIMIT + roundTrip(), comes);
    }

    /** Sends a request on a session. */
    public Reply request(SimulatedSession session) {
        boolean known = !session.isForgotten();
        long answered = roundTrip() + retransmitted();
        if (known && tcp) {
            answered = Math.max(answered, session.resumes());
        }
        if (known && stalled()) {
            answered = Math.max(answered, roundTrip() + (tcp ? raw : trace.pathBackNanos()));
        }
        if (answered >= now + requestLimit) {
            return new Reply(now, now + requestLimit, ReplyOutcome.TIMED_OUT);
        }
        return new Reply(now, answered, known ? ReplyOutcome.ANSWERED : ReplyOutcome.FAILED);
    }

    /**
     * What becomes of a look.
     *
     * @param endNanos when it ends, in the machine's time
     * @param answered whether the camera answers
     */
    public record Look(long endNanos, boolean answered) {}

    /**
     * What becomes of a request on a session.
     *
     * @param sentNanos when it was sent, in the machine's time
     * @param endNanos when it ends, in the machine's time
     * @param outcome how; {@code FAILED} if the camera does not know the session any more
     */
    public record Reply(long sentNanos, long endNanos, ReplyOutcome outcome) {}

    private void step() {
        atEnd = !trace.next();
        raw = atEnd ? Nanos.NEVER : trace.arrivalNanos();
    }

    private void beginOutages(long at) {
        while (planned != null && planned.beginNanos() <= at) {
            cut = planned;
            planned = nextPlanned();
            if (cut.kind() == Outage.Kind.REBOOT || cuts(cut) && cut.lengthNanos() > sessionTimeout) {
                sessions.forEach(SimulatedSession::forget);
            }
        }
        if (!atEnd && trace.goneNanos() > 0 && raw - trace.goneNanos() <= at && !isKnownReboot()) {
            reboot = new Outage(raw - trace.goneNanos(), trace.goneNanos(), Outage.Kind.REBOOT);
            sessions.forEach(SimulatedSession::forget);
        }
    }

    private boolean isKnownReboot() {
        return reboot != null && reboot.endNanos() == raw;
    }

    private static boolean cuts(Outage outage) {
        return outage.kind() != Outage.Kind.MEDIA_PAUSED;
    }

    private boolean isDown() {
        return downUntil(now).isPresent();
    }

    private OptionalLong downUntil(long at) {
        if (reboot != null && at < reboot.endNanos()) {
            return OptionalLong.of(reboot.endNanos());
        }
        return cut != null && cuts(cut) && at < cut.endNanos() ? OptionalLong.of(cut.endNanos()) : OptionalLong.empty();
    }

    /** When the request for a session gets through. */
    private long reaches(long asked, long firstWait) {
        long at = asked;
        long wait = firstWait;
        for (OptionalLong end = downUntil(at); end.isPresent(); end = downUntil(at)) {
            at += wait;
            wait *= 2;
        }
        return at == asked && stalled() ? Math.max(at, trace.pathBackNanos()) : at;
    }

    /** When a request on a session gets through. */
    private long retransmitted() {
        OptionalLong end = downUntil(now);
        return end.isPresent() ? Retransmission.after(now, end.getAsLong()) : now;
    }

    private boolean stalled() {
        return !atEnd && trace.heldSinceNanos() <= now && now < raw;
    }

    private long roundTrip() {
        return Nanos.ofMillis(dice.between(1, 6));
    }

    private Outage nextPlanned() {
        return plan.hasNext() ? plan.next() : null;
    }
}
