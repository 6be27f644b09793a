package org.rnvr.detection.testkit.internal;

import java.util.Iterator;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.testkit.Outage;

/** Holds what a detector says against what is the case. */
final class Verdicts {

    /** After an outage what began in it may still be felt for this long. */
    private static final long SETTLES = Nanos.ofSeconds(1);

    private final Iterator<Outage> plan;
    private final Feed feed;
    private final Tally tally;

    private Outage planned;
    private Outage outage;
    private long resumedAt;
    private long suspectedAfter;
    private Grade grade = Grade.HEALTHY;
    private boolean episode;
    private boolean mediaInEpisode;

    Verdicts(Iterator<Outage> plan, Feed feed, Tally tally) {
        this.plan = plan;
        this.feed = feed;
        this.tally = tally;
        planned = next();
    }

    void beginSession(long begin) {
        grade = Grade.HEALTHY;
        episode = false;
        outage = null;
        while (planned != null && planned.beginNanos() <= begin) {
            planned = next();
        }
    }

    /** The session is not watched any more. An outage that the end of the simulation cuts short does not count. */
    void endSession(long now) {
        if (outage != null) {
            boolean dead = grade == Grade.DEAD;
            if (dead || now >= outage.endNanos()) {
                tally.outage(outage, suspectedAfter, dead ? now - outage.beginNanos() : -1);
            }
        } else if (grade == Grade.DEAD) {
            tally.falseLosses++;
        }
        outage = null;
    }

    /** The outage that began last and whose consequences are not over, or null. */
    Outage outage() {
        return outage;
    }

    Grade grade() {
        return grade;
    }

    void media(long arrival) {
        mediaInEpisode = true;
        if (outage != null && resumedAt == Nanos.NEVER && arrival >= outage.endNanos()) {
            resumedAt = arrival;
        }
    }

    void tick(long now, long tick) {
        if (outage != null && now - resumedAt >= SETTLES) {
            endOutage();
        }
        boolean due = planned != null && planned.beginNanos() <= now;
        if (feed.reboot() != null && feed.reboot().beginNanos() <= now) {
            if (outage != feed.reboot()) {
                beginOutage(feed.reboot());
            }
        } else if (due) {
            beginOutage(planned);
        }
        if (due) {
            planned = next();
        }
        if (outage == null) {
            tally.watchedNanos += tick;
        }
    }

    void judged(Grade said, long now) {
        if (said == Grade.WARNING && grade != Grade.WARNING) {
            tally.warnings++;
        }
        grade = said;
        if (said.compareTo(Grade.SUSPECT) < 0) {
            episode = episode && !mediaInEpisode;
            return;
        }
        if (!episode) {
            episode = true;
            mediaInEpisode = false;
            if (outage == null) {
                tally.falseSuspicions++;
            }
        }
        if (outage != null && suspectedAfter < 0) {
            suspectedAfter = now - outage.beginNanos();
        }
    }

    private void beginOutage(Outage next) {
        if (outage != null) {
            endOutage();
        }
        outage = next;
        resumedAt = Nanos.NEVER;
        suspectedAfter = grade.compareTo(Grade.SUSPECT) >= 0 ? 0 : -1;
    }

    private void endOutage() {
        tally.outage(outage, suspectedAfter, -1);
        outage = null;
    }

    private Outage next() {
        return plan.hasNext() ? plan.next() : null;
    }
}
