package org.rnvr.detection.testkit.internal;

import java.util.Iterator;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.detection.testkit.Trace;

/** What of a trace arrives on the session of the moment, the outages considered. A cursor that stands at what comes next. */
final class Feed {

    /** From the decision to begin a session to its first media. */
    static final long SETUP = Nanos.ofMillis(300);

    private final Trace trace;
    private final Iterator<Outage> plan;
    private final boolean tcp;
    private final long sessionTimeout;

    private Outage cut;
    private boolean atEnd;
    private long raw = -1;
    private long arrival;
    private long resumes;
    private Outage reboot;

    Feed(Trace trace, Iterator<Outage> plan, boolean tcp, long sessionTimeout) {
        this.trace = trace;
        this.plan = plan;
        this.tcp = tcp;
        this.sessionTimeout = sessionTimeout;
        cut = nextCut();
    }

    /**
     * Goes on with a new session.
     *
     * @param wanted when it should begin
     * @return when it does: later, if the camera cannot be reached then
     */
    long beginSession(long wanted) {
        long begin = wanted;
        resumes = 0;
        reboot = null;
        while (true) {
            while (cut != null && cut.endNanos() <= begin) {
                cut = nextCut();
            }
            if (cut != null && cut.beginNanos() <= begin) {
                begin = cut.endNanos() + SETUP;
            } else if (raw >= begin && goneAt(begin)) {
                begin = raw + SETUP;
            } else if (raw >= begin || atEnd) {
                break;
            } else {
                step();
            }
        }
        settle();
        return begin;
    }

    /** Moves to what comes next. */
    void next() {
        step();
        settle();
    }

    /** When what comes next arrives; {@link Nanos#NEVER} if nothing does on this session. */
    long arrival() {
        return arrival;
    }

    /** What comes next, whose own arrival no outage has changed. */
    Trace trace() {
        return trace;
    }

    /** The reboot because of which nothing comes any more, or null. */
    Outage reboot() {
        return reboot;
    }

    /** When the machine next stands still; {@link Nanos#NEVER} if it is not known yet. */
    long standstillBegin() {
        return atEnd || trace.standstillNanos() == 0 ? Nanos.NEVER : raw - trace.standstillNanos();
    }

    /** When what comes next would arrive without outages. */
    long raw() {
        return raw;
    }

    /** When the stream goes on that an outage has stopped, or did so last. */
    long resumes() {
        return resumes;
    }

    private void step() {
        atEnd = !trace.next();
        raw = atEnd ? Nanos.NEVER : trace.arrivalNanos();
    }

    private void settle() {
        while (!atEnd) {
            if (trace.goneNanos() > 0) {
                reboot = new Outage(raw - trace.goneNanos(), trace.goneNanos(), Outage.Kind.REBOOT);
                break;
            }
            while (cut != null && raw >= cut.endNanos()) {
                cut = nextCut();
            }
            if (cut == null || raw < cut.beginNanos()) {
                arrival = Math.max(raw, resumes);
                return;
            }
            if (!survives(cut)) {
                break;
            }
            if (tcp && cut.kind() == Outage.Kind.CUT) {
                if (resumes < cut.endNanos()) {
                    resumes = Retransmission.after(raw, cut.endNanos());
                }
                arrival = resumes;
                return;
            }
            step();
        }
        arrival = Nanos.NEVER;
    }

    boolean survives(Outage outage) {
        return outage.kind() != Outage.Kind.REBOOT
                && (outage.kind() == Outage.Kind.MEDIA_PAUSED || outage.lengthNanos() <= sessionTimeout);
    }

    private boolean goneAt(long time) {
        return !atEnd && trace.goneNanos() > 0 && raw - trace.goneNanos() <= time;
    }

    private Outage nextCut() {
        return plan.hasNext() ? plan.next() : null;
    }
}
