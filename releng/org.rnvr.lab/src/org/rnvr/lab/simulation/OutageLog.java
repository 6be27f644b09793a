package org.rnvr.lab.simulation;

import java.time.Duration;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.event.Lost;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Recovered;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.Stalled;
import org.rnvr.event.Suspect;
import org.rnvr.monitor.ConnectionState;

/**
 * Holds what the monitor journals against the outages that there are. An outage is over once it has ended, video has come and
 * the camera streams for a second; what is journalled at another time is false.
 */
final class OutageLog implements SimulatedMonitor.Listener {

    private static final long SETTLES = Duration.ofSeconds(1).toNanos();
    private static final long NOT_YET = -1;

    private final MonitorTally tally;

    private Outage outage;
    private Outage last;
    private long suspectedAfter;
    private long verdictAfter;
    private long backAfter;
    private boolean replaced;
    private long streamsSince;
    private boolean lossCounted;

    OutageLog(MonitorTally tally) {
        this.tally = tally;
    }

    /** Time has passed. */
    void step(Outage begunLast, ConnectionState state, boolean videoCame, long now) {
        if (begunLast != last) {
            last = begunLast;
            if (outage == null || state == ConnectionState.STREAMING && begunLast.beginNanos() >= outage.endNanos()) {
                end();
                begin(begunLast);
            } else {
                outage = union(outage, begunLast);
                backAfter = NOT_YET;
            }
            streamsSince = NOT_YET;
        }
        if (outage == null) {
            return;
        }
        if (state != ConnectionState.STREAMING || now < outage.endNanos()) {
            streamsSince = NOT_YET;
        } else if (streamsSince == NOT_YET && videoCame) {
            streamsSince = now;
        } else if (streamsSince != NOT_YET && now - streamsSince >= SETTLES) {
            end();
        }
    }

    private void begin(Outage begun) {
        outage = begun;
        suspectedAfter = NOT_YET;
        verdictAfter = NOT_YET;
        backAfter = NOT_YET;
        replaced = false;
    }

    /** Two outages between which the camera was not seen streaming are one to the monitor. */
    private static Outage union(Outage first, Outage second) {
        return new Outage(first.beginNanos(), second.endNanos() - first.beginNanos(), second.kind());
    }

    /** Nothing follows; an outage that is not over does not count. */
    void close() {
        outage = null;
    }

    @Override
    public void event(RnvrEvent event, ConnectionState before, long now) {
        boolean begins = before == ConnectionState.STREAMING;
        if (event instanceof Suspect) {
            suspect(begins, now);
        } else if (event instanceof Lost || event instanceof Stalled) {
            lossCounted &= !begins;
            if (outage == null) {
                countLoss();
            } else if (verdictAfter == NOT_YET) {
                verdictAfter = now - outage.beginNanos();
            }
        } else if (event instanceof Reconnected) {
            replaced = true;
            if (outage == null) {
                countLoss();
            }
            back(now);
        } else if (event instanceof Recovered) {
            back(now);
        }
    }

    private void suspect(boolean begins, long now) {
        if (begins) {
            lossCounted = false;
        }
        if (outage == null) {
            tally.falseSuspicions += begins ? 1 : 0;
        } else if (suspectedAfter == NOT_YET) {
            suspectedAfter = now - outage.beginNanos();
        }
    }

    private void back(long now) {
        if (outage != null && now >= outage.endNanos() && backAfter == NOT_YET) {
            backAfter = now - outage.endNanos();
        }
    }

    private void countLoss() {
        tally.falseLosses += lossCounted ? 0 : 1;
        lossCounted = true;
    }

    private void end() {
        if (outage == null) {
            return;
        }
        if (outage.isGlitch()) {
            tally.glitches++;
            tally.glitchesReplaced += replaced ? 1 : 0;
        } else {
            tally.outages++;
            tally.unnoticed += suspectedAfter == NOT_YET && verdictAfter == NOT_YET ? 1 : 0;
            addTo(tally.suspect, suspectedAfter);
            addTo(tally.verdict, verdictAfter);
            addTo(tally.back, backAfter);
        }
        outage = null;
    }

    private static void addTo(MonitorTally.Times times, long nanos) {
        if (nanos != NOT_YET) {
            times.add(nanos);
        }
    }
}
