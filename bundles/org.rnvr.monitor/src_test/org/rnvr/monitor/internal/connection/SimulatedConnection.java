package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rnvr.config.StandbySession;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.SessionFailure;

/** A connection in simulated time, with everything that it wanted done. */
final class SimulatedConnection {

    static final Terms TERMS = terms(true, 5, 5000, StandbySession.AUTO);
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TICK_MS = 50;

    final List<Effect> effects = new ArrayList<>();
    final List<CameraStatus> statuses = new ArrayList<>();
    private final ConnectionLogic logic;
    private Connection connection;
    private long millis;
    private long sessions;

    static Terms terms(boolean autoReconnect, int maxAttempts, long longestWaitMs, StandbySession standby) {
        return new Terms(
                "cam1",
                "Gate",
                autoReconnect,
                maxAttempts,
                Duration.ofMillis(longestWaitMs),
                Duration.ofSeconds(20),
                standby,
                Duration.ofSeconds(5));
    }

    SimulatedConnection(Terms terms, long seed) {
        logic = new ConnectionLogic(new Random(seed)::nextDouble);
        connection = Connection.idle(terms, StatusDetail.STOPPED, EPOCH);
    }

    static SimulatedConnection of(Terms terms) {
        return new SimulatedConnection(terms, 1);
    }

    /** One that was just asked for its first session. */
    static SimulatedConnection opening(Terms terms) {
        SimulatedConnection simulated = of(terms);
        simulated.take(new Input.PipelineOpened());
        simulated.take(new Input.Wanted());
        return simulated;
    }

    /** One that streams, long enough to have held. */
    static SimulatedConnection streaming(Terms terms) {
        SimulatedConnection simulated = opening(terms);
        simulated.pass(300);
        simulated.ready();
        simulated.streamFor(15_000);
        simulated.effects.clear();
        simulated.statuses.clear();
        return simulated;
    }

    /** Lets time pass in which all is well. */
    void streamFor(long duration) {
        for (long end = millis + duration; millis < end; ) {
            pass(TICK_MS);
            observe(millis);
        }
    }

    void take(Input input) {
        Transition transition = logic.step(connection, input, new Now(at(), nanos(millis)));
        CameraStatus before = connection.status();
        connection = transition.next();
        if (!connection.status().equals(before)) {
            statuses.add(connection.status());
        }
        effects.addAll(transition.effects());
        if (transition.effects().stream().anyMatch(Effect.OpenSession.class::isInstance)) {
            take(new Input.SessionOpened(++sessions));
        }
    }

    /** Lets time pass in ticks. */
    void pass(long duration) {
        for (long end = millis + duration; millis < end; ) {
            millis = Math.min(end, millis + TICK_MS);
            take(new Input.Tick());
        }
    }

    /** Lets time pass until an effect of this kind was wanted, and says how long that took. */
    long passUntil(Class<? extends Effect> kind) {
        long begin = millis;
        int before = effects.size();
        while (effects.subList(before, effects.size()).stream().noneMatch(kind::isInstance)) {
            if (millis - begin > 1_000_000) {
                throw new AssertionError("No " + kind.getSimpleName() + " came");
            }
            pass(TICK_MS);
        }
        return millis - begin;
    }

    void ready() {
        ready(Transport.TCP);
    }

    /** The session that was asked for last holds its first key frame. */
    void ready(Transport transport) {
        take(new Input.SessionReady(
                nanos(millis), sessions, new MediaDescription("h264", 1280, 720, Optional.empty(), transport)));
    }

    void fail(FailureKind kind) {
        take(new Input.SessionFailed(sessions, new SessionFailure(kind, kind + " it is.")));
    }

    void path(Reach reach) {
        take(new Input.PathLooked(new PathResult(reach, "Path is " + reach + ".")));
    }

    void failActive(FailureKind kind) {
        long active = connection.activeSession().orElseThrow();
        take(new Input.SessionFailed(active, new SessionFailure(kind, kind + " it is.")));
    }

    void observe(long lastVideo, Judgement... judgements) {
        take(new Input.Observed(connection.activeSession().orElse(sessions), nanos(lastVideo), List.of(judgements)));
    }

    void reply(Input.Reply reply) {
        take(new Input.Replied(connection.activeSession().orElseThrow(), reply));
    }

    /** Lets time pass in ticks in which no video comes and these are the judgements. */
    void silence(long lastVideo, long until, Judgement... judgements) {
        while (millis < until) {
            pass(Math.min(TICK_MS, until - millis));
            if (connection.activeSession().isPresent()) {
                observe(lastVideo, judgements);
            }
        }
    }

    static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    static Judgement judgement(String strategy, Grade grade) {
        return new Judgement(strategy, new Assessment(grade, 1.5, grade + " by " + strategy + ".", Set.of()));
    }

    Moment at() {
        return new Moment(EPOCH.plusMillis(millis), nanos(millis));
    }

    long millis() {
        return millis;
    }

    long session() {
        return sessions;
    }

    CameraStatus status() {
        return connection.status();
    }

    ConnectionState state() {
        return connection.state();
    }

    boolean mayAskSession() {
        return connection.mayAskSession(new Now(at(), nanos(millis)));
    }

    OptionalLong activeSession() {
        return connection.activeSession();
    }

    List<RnvrEvent> events() {
        return effects.stream()
                .filter(Effect.Publish.class::isInstance)
                .map(effect -> ((Effect.Publish) effect).event())
                .toList();
    }

    <T extends RnvrEvent> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The kinds of events and other effects, in order. */
    String story() {
        return effects.stream()
                .map(effect -> effect instanceof Effect.Publish publish
                        ? publish.event().getClass().getSimpleName()
                        : effect.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }

    int count(Class<? extends Effect> kind) {
        Predicate<Object> is = kind::isInstance;
        return (int) effects.stream().filter(is).count();
    }
}
