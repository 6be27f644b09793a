package org.rnvr.detection.testkit.internal;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.TraceSource;

/** One strategy, one camera, session after session. */
public final class Simulator {

    private static final String CAMERA = "simulated";

    /** Of a name that no name server knows (RFC 6761 section 6.4): who looks for himself finds nothing. */
    private static final Optional<InetSocketAddress> ADDRESS =
            Optional.of(InetSocketAddress.createUnresolved("camera.invalid", 554));

    private static final long LOOK_EVERY = Nanos.ofMillis(250);
    private static final long GIVEN_UP_AFTER = Nanos.ofSeconds(60);
    private static final long SECOND = Nanos.ofSeconds(1);

    private final StreamingSettings settings;
    private final long duration;
    private final long tick;
    private final boolean onceATick;
    private final Tally tally;
    private final Subject subject;
    private final Feed feed;
    private final Replies replies;
    private final Verdicts verdicts;
    private final ListenedTime time = new ListenedTime();
    private final MediaCount video = new MediaCount(Track.VIDEO);
    private final MediaCount audio = new MediaCount(Track.AUDIO);

    private long session;
    private long now;
    private long lookedAt;
    private long probesSecond;
    private int probes;

    /** Of a simulation that has not begun. */
    public Simulator(
            DetectionStrategy strategy, TraceSource traces, Outages outages, Simulation simulation, Tally tally) {
        this.tally = tally;
        settings = simulation.settings();
        duration = simulation.duration().toNanos();
        tick = simulation.tick().toNanos();
        onceATick = simulation.onceATick();
        subject = new Subject(strategy, tally);
        Dice dice = new Dice(simulation.seed());
        long outageSeed = dice.next();
        boolean tcp = settings.transport() == Transport.TCP;
        feed = new Feed(
                traces.open(dice.next()),
                outages.open(outageSeed),
                tcp,
                simulation.sessionTimeout().toNanos());
        replies = new Replies(feed, dice.fork(), tcp, settings.tcpTimeout().toNanos());
        verdicts = new Verdicts(outages.open(outageSeed), feed, tally);
    }

    /** Runs it to its end. */
    public void run() {
        while (now < duration && !subject.failed()) {
            now = feed.beginSession(now);
            if (now < duration) {
                watchSession();
            }
        }
        tally.probesInASecond(probes);
    }

    private void watchSession() {
        time.resume(now);
        verdicts.beginSession(now);
        video.beginSession();
        audio.beginSession();
        lookedAt = now - LOOK_EVERY;
        session++;
        subject.watch(new WatchedSession(CAMERA, session, ADDRESS, settings, time.at(now)));
        while (now < duration && goesOn()) {
            step();
        }
        Outage outage = verdicts.outage();
        verdicts.endSession(now);
        replies.endSession();
        subject.close();
        if (now < duration) {
            now = Math.max(now, outage == null ? now : outage.endNanos()) + Feed.SETUP;
        }
    }

    private boolean goesOn() {
        Outage outage = verdicts.outage();
        return !subject.failed()
                && verdicts.grade() != Grade.DEAD
                && (outage == null || feed.arrival() < Nanos.NEVER || now < outage.endNanos() + GIVEN_UP_AFTER);
    }

    private void step() {
        long next = now + tick;
        long runsUntil = next;
        long standstill = feed.standstillBegin();
        if (standstill < next && now < feed.raw()) {
            runsUntil = Math.max(now, standstill);
            next = feed.raw();
        }
        while (replies.nextAt() < runsUntil) {
            long ends = Math.max(now, replies.nextAt());
            show(replies.take(time.at(ends)), ends);
            if (!goesOn()) {
                now = ends;
                return;
            }
        }
        now = next;
        long nanos = time.tick(now);
        while (feed.arrival() <= now) {
            takeArrival();
        }
        verdicts.tick(now, tick);
        showTick(nanos);
    }

    private void takeArrival() {
        MediaCount count = feed.trace().track() == Track.VIDEO ? video : audio;
        count.add(feed.trace(), time.at(feed.arrival()));
        verdicts.media(feed.arrival());
        feed.next();
    }

    private void showTick(long nanos) {
        boolean silent = video.isEmpty();
        if (!silent) {
            show(video.take(nanos), now);
        }
        if (!audio.isEmpty() && goesOn()) {
            show(audio.take(nanos), now);
        }
        if ((silent || !onceATick) && goesOn()) {
            show(new Observation.Tick(nanos), now);
        }
    }

    private void show(Observation observation, long at) {
        Assessment assessment = subject.observe(observation);
        verdicts.judged(assessment.grade(), at);
        if (!assessment.probes().isEmpty()) {
            carryOut(assessment, at);
        }
        if (verdicts.grade() == Grade.SUSPECT && !replies.looking() && at - lookedAt >= LOOK_EVERY) {
            look(at);
        }
    }

    private void carryOut(Assessment assessment, long at) {
        if (assessment.probes().contains(Probe.SESSION_REQUEST) && !replies.requesting()) {
            count(at);
            replies.request(at, verdicts.outage());
        }
        if (assessment.probes().contains(Probe.FRESH_CONNECTION) && !replies.looking()) {
            count(at);
            look(at);
        }
    }

    private void look(long at) {
        lookedAt = at;
        replies.look(at, verdicts.outage());
    }

    private void count(long at) {
        if (at / SECOND != probesSecond) {
            tally.probesInASecond(probes);
            probes = 0;
            probesSecond = at / SECOND;
        }
        probes++;
    }
}
