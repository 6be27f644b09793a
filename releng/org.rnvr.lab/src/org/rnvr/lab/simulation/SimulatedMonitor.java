package org.rnvr.lab.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.detection.testkit.SimulatedSession;
import org.rnvr.detection.testkit.SimulatedSite;
import org.rnvr.detection.testkit.SimulatedSite.Look;
import org.rnvr.detection.testkit.SimulatedSite.Reply;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.internal.connection.Connection;
import org.rnvr.monitor.internal.connection.ConnectionLogic;
import org.rnvr.monitor.internal.connection.Effect;
import org.rnvr.monitor.internal.connection.Input;
import org.rnvr.monitor.internal.connection.Judgement;
import org.rnvr.monitor.internal.connection.Now;
import org.rnvr.monitor.internal.connection.Terms;
import org.rnvr.monitor.internal.connection.Transition;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.ReplyOutcome;
import org.rnvr.pipeline.SessionFailure;

/**
 * The shell around {@link ConnectionLogic} on a simulated site, in the place of the monitor's own: brings it the same inputs,
 * has strategies judge the active session, and carries effects out. Ticks come every 50 ms as there. While video comes and all
 * is well it saves time as the contract of detectors allows: a tick comes every 100 ms, and shows the media alone.
 */
final class SimulatedMonitor {

    /** Hears what is journalled, in the machine's time. */
    interface Listener {
        void event(RnvrEvent event, ConnectionState before, long machineNanos);
    }

    private static final String CAMERA = "simulated";
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TICK = Duration.ofMillis(50).toNanos();
    private static final int LOOKS_MAX = 6;
    private static final int SESSION_NOT_FOUND = 454;
    private static final int OK = 200;

    /** All is well for the logic once this long nothing was out of the ordinary: longer than a warning is upheld. */
    private static final long AFTERMATH = Duration.ofSeconds(6).toNanos();

    private final SimulatedSite site;
    private final List<DetectionStrategy> strategies;
    private final StreamingSettings settings;
    private final Listener listener;
    private final boolean skipping;
    private final ConnectionLogic logic;
    private final List<Watched> watched = new ArrayList<>();
    private final Deque<Input> inputs = new ArrayDeque<>();
    private final Map<Long, SimulatedSession> sessions = new HashMap<>();
    private final Map<Long, SimulatedSession> opening = new HashMap<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));

    private Connection connection;
    private SimulatedSession active;
    private long activeNumber;
    private long lastVideo;
    private long lastSession;
    private long lastDue;
    private long attentiveUntil = AFTERMATH;
    private long nextTick = TICK;
    private int looks;
    private boolean requesting;
    private boolean requestDue;
    private long observations;

    /**
     * Of a camera that is wanted and was not connected yet.
     *
     * @param skipping whether the logic is spared ticks that change nothing in it
     */
    SimulatedMonitor(
            SimulatedSite site,
            List<DetectionStrategy> strategies,
            StreamingSettings settings,
            long seed,
            boolean skipping,
            Listener listener) {
        this.site = site;
        this.strategies = List.copyOf(strategies);
        this.settings = settings;
        this.skipping = skipping;
        this.listener = listener;
        logic = new ConnectionLogic(new SplittableRandom(seed)::nextDouble);
        Terms terms = new Terms(
                CAMERA,
                CAMERA,
                settings.autoReconnect(),
                settings.maxReconnectAttempts(),
                settings.reconnectDelay(),
                settings.tcpTimeout().plus(settings.detection().firstFrameTimeout()),
                StandbySession.AUTO,
                settings.detection().notifyAfter());
        connection = Connection.idle(terms, StatusDetail.STOPPED, EPOCH);
        accept(new Input.PipelineOpened());
        accept(new Input.Wanted());
    }

    /** Goes on to whatever comes next: a tick, an answer or a key frame that is waited for. */
    void step() {
        long next = nextTick;
        Due first = due.peek();
        if (first != null && first.nanos() < next) {
            next = first.nanos();
        }
        if (!opening.isEmpty() && site.nextNanos() < next) {
            next = site.nextNanos();
        }
        site.advanceTo(Math.max(next, site.machineNanos()));
        while (!due.isEmpty() && due.peek().nanos() <= site.machineNanos()) {
            due.poll().then().run();
        }
        if (!opening.isEmpty()) {
            announceReady();
        }
        if (site.machineNanos() >= nextTick) {
            tick();
        }
    }

    ConnectionState state() {
        return connection.state();
    }

    /** Arrival of the last video of the active session, in the time shown. */
    long lastVideo() {
        return lastVideo;
    }

    long observations() {
        return observations;
    }

    private void tick() {
        if (!skipping || isAttentive()) {
            accept(new Input.Tick());
        }
        boolean flows = active != null && active.hasVideo();
        if (active != null) {
            read();
            judge();
        }
        nextTick = site.machineNanos() + (flows && !isAttentive() ? 2 * TICK : TICK);
    }

    private boolean isAttentive() {
        return connection.state() != ConnectionState.STREAMING || site.nanos() < attentiveUntil;
    }

    private void read() {
        long nanos = site.nanos();
        boolean flows = active.hasVideo();
        if (flows) {
            Observation.MediaArrived video = active.takeVideo(nanos);
            lastVideo = Math.max(lastVideo, video.lastArrivalNanos());
            show(since(video));
        }
        if (active.hasAudio()) {
            show(since(active.takeAudio(nanos)));
        }
        if (!flows || isAttentive()) {
            show(new Observation.Tick(nanos));
        }
    }

    /** What a session held before it became the active one counts as arriving then. */
    private Observation.MediaArrived since(Observation.MediaArrived media) {
        long since = watched.isEmpty() ? 0 : watched.get(0).since;
        return media.lastArrivalNanos() - media.longestGapNanos() >= since
                ? media
                : new Observation.MediaArrived(
                        media.nanos(),
                        media.track(),
                        media.frames(),
                        media.keyFrames(),
                        media.bytes(),
                        Math.max(since, media.lastArrivalNanos()),
                        Math.min(media.longestGapNanos(), Math.max(0, media.lastArrivalNanos() - since)),
                        media.lastPresentationNanos());
    }

    private void show(Observation observation) {
        for (int i = 0; i < watched.size(); i++) {
            Watched one = watched.get(i);
            one.assessment = one.detector.observe(observation);
            observations++;
            if (!one.assessment.probes().isEmpty()) {
                ask(one.assessment);
            }
            if (one.assessment.grade() != Assessment.Grade.HEALTHY) {
                attentiveUntil = site.nanos() + AFTERMATH;
            }
        }
    }

    private void ask(Assessment assessment) {
        requestDue |= assessment.probes().contains(Probe.SESSION_REQUEST);
        if (assessment.probes().contains(Probe.FRESH_CONNECTION) && looks == 0) {
            look();
        }
    }

    private void judge() {
        if (!skipping || isAttentive()) {
            List<Judgement> judgements = new ArrayList<>(watched.size());
            for (Watched one : watched) {
                judgements.add(new Judgement(one.strategy, one.assessment));
            }
            accept(new Input.Observed(activeNumber, lastVideo, judgements));
        }
        if (requestDue && active != null && connection.mayAskSession(now())) {
            requestDue = false;
            request(activeNumber);
        }
    }

    private void announceReady() {
        for (long number : opening.keySet().stream().sorted().toList()) {
            SimulatedSession session = opening.get(number);
            if (session != null && session.isReady()) {
                opening.remove(number);
                accept(new Input.SessionReady(
                        session.readyNanos(),
                        number,
                        new MediaDescription("h264", 1280, 720, Optional.empty(), settings.transport())));
            }
        }
    }

    private void accept(Input first) {
        for (Input input = first; input != null; input = inputs.poll()) {
            ConnectionState before = connection.state();
            Transition transition = logic.step(connection, input, now());
            connection = transition.next();
            for (Effect effect : transition.effects()) {
                carryOut(effect, before);
            }
        }
        follow();
    }

    private void carryOut(Effect effect, ConnectionState before) {
        if (effect instanceof Effect.Publish publish) {
            listener.event(publish.event(), before, site.machineNanos());
        } else if (effect instanceof Effect.OpenSession) {
            long number = ++lastSession;
            SimulatedSession session = site.open();
            sessions.put(number, session);
            opening.put(number, session);
            inputs.add(new Input.SessionOpened(number));
        } else if (effect instanceof Effect.CloseSession close) {
            opening.remove(close.session());
            SimulatedSession session = sessions.remove(close.session());
            if (session != null) {
                site.close(session);
            }
        } else if (effect instanceof Effect.AskSession ask) {
            request(ask.session());
        } else if (effect instanceof Effect.LookAtPath) {
            look();
        }
    }

    private void follow() {
        long number = connection.activeSession().orElse(0);
        if (number == activeNumber) {
            return;
        }
        watched.forEach(one -> one.detector.close());
        watched.clear();
        activeNumber = number;
        active = sessions.get(number);
        requesting = false;
        requestDue = false;
        if (active != null) {
            lastVideo = site.nanos();
            attentiveUntil = site.nanos() + AFTERMATH;
            for (DetectionStrategy strategy : strategies) {
                watched.add(new Watched(strategy, activeNumber, settings, site.nanos()));
            }
        }
    }

    private void look() {
        if (looks >= LOOKS_MAX) {
            return;
        }
        looks++;
        Look look = site.look();
        String text = look.answered() ? "The camera answers." : "Nothing answers.";
        at(look.endNanos(), () -> {
            looks--;
            show(new Observation.PathProbed(site.nanos(), look.answered(), text));
            accept(new Input.PathLooked(new PathResult(look.answered() ? Reach.ANSWERED : Reach.UNREACHABLE, text)));
            if (active != null) {
                judge();
            }
        });
    }

    private void request(long number) {
        SimulatedSession session = sessions.get(number);
        if (requesting || session == null) {
            return;
        }
        requesting = true;
        Reply reply = site.request(session);
        at(reply.endNanos(), () -> replied(number, reply));
    }

    private void replied(long number, Reply reply) {
        if (number != activeNumber) {
            return;
        }
        requesting = false;
        boolean refused = reply.outcome() == ReplyOutcome.FAILED;
        boolean tcp = settings.transport() == Transport.TCP;
        if (refused && tcp) {
            accept(new Input.SessionFailed(
                    number, new SessionFailure(FailureKind.ENDED, "The camera closed the connection.")));
            return;
        }
        boolean answered = refused || reply.outcome() == ReplyOutcome.ANSWERED;
        int status = refused ? SESSION_NOT_FOUND : answered ? OK : 0;
        show(new Observation.RequestEnded(
                site.nanos(),
                answered ? ReplyOutcome.ANSWERED : reply.outcome(),
                status,
                Duration.ofNanos(site.machineNanos() - reply.sentNanos())));
        Input.Reply meaning =
                refused ? Input.Reply.SESSION_UNKNOWN : answered ? Input.Reply.ANSWERED : Input.Reply.NONE;
        accept(new Input.Replied(number, meaning));
        if (active != null) {
            judge();
        }
    }

    private void at(long nanos, Runnable then) {
        due.add(new Due(nanos, lastDue++, then));
    }

    private Now now() {
        return new Now(new Moment(EPOCH.plusNanos(site.machineNanos()), site.nanos()), site.nanos());
    }

    private record Due(long nanos, long number, Runnable then) {}

    private static final class Watched {
        final String strategy;
        final Detector detector;
        final long since;
        Assessment assessment = Assessment.HEALTHY;

        Watched(DetectionStrategy strategy, long session, StreamingSettings settings, long nanos) {
            this.strategy = strategy.name();
            since = nanos;
            detector = strategy.watch(new WatchedSession(CAMERA, session, settings, nanos));
        }
    }
}
