package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

class SilenceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LongFunction<Optional<Vitals>> GONE = session -> Optional.empty();

    private long nanos;
    private final Silence silence = new Silence(() -> nanos, Clock.fixed(NOON.plusSeconds(7), ZoneOffset.UTC));

    private static Camera camera(ConnectionState state) {
        return new Camera(
                "a",
                "a",
                true,
                Optional.of(new CameraStatus("a", "a", state, StatusDetail.NONE, "", NOON, OptionalLong.of(1))),
                true,
                Optional.empty());
    }

    private static LongFunction<Optional<Vitals>> arrivedAt(long seconds) {
        long at = seconds * 1_000_000_000;
        return session -> Optional.of(
                new Vitals(session, new Vitals.Track(100, 2, 1000, at, at, Arrivals.NONE), Optional.empty()));
    }

    /** What is told at a time. */
    private Optional<Long> told(long seconds, ConnectionState state, LongFunction<Optional<Vitals>> vitals) {
        nanos = seconds * 1_000_000_000;
        silence.follow(List.of(camera(state)));
        return silence.of(camera(state), vitals, Arrivals.NONE).time().map(Duration::toSeconds);
    }

    @Test
    void itCountsOnFromTheLastPictureWhenItsSessionIsGone() {
        assertEquals(Optional.of(0L), told(10, ConnectionState.STREAMING, arrivedAt(10)));
        assertEquals(Optional.of(2L), told(12, ConnectionState.SUSPECT, arrivedAt(10)));
        assertEquals(Optional.of(5L), told(15, ConnectionState.STALLED, arrivedAt(10)));
        assertEquals(Optional.of(9L), told(19, ConnectionState.LOST, GONE));
        assertEquals(Optional.of(12L), told(22, ConnectionState.RECONNECTING, GONE));
        assertEquals(Optional.of(90L), told(100, ConnectionState.OFFLINE, GONE));
        assertEquals(Optional.of(0L), told(110, ConnectionState.STREAMING, arrivedAt(110)));
        assertEquals(Optional.of(1L), told(111, ConnectionState.LOST, GONE));
    }

    @Test
    void aCameraThatWasNotLookedAtIsFollowed() {
        told(10, ConnectionState.STREAMING, arrivedAt(10));
        nanos = 60_000_000_000L;
        silence.follow(List.of(camera(ConnectionState.STREAMING)));
        assertEquals(Optional.of(4L), told(64, ConnectionState.LOST, GONE));
    }

    @Test
    void anOutageThatBeganBeforeIsCountedFromWhatTheMonitorSays() {
        assertEquals(Optional.of(7L), told(1000, ConnectionState.OFFLINE, GONE));
        assertEquals(Optional.of(10L), told(1003, ConnectionState.OFFLINE, GONE));
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionState.class,
            names = {"DISCONNECTED", "CONNECTING"})
    void nothingIsMissingWhereNothingIsWantedYet(ConnectionState state) {
        told(10, ConnectionState.STREAMING, arrivedAt(10));
        assertEquals(Optional.empty(), told(20, state, GONE));
    }

    @Test
    void aPictureThatStandsStillIsCountedWhileFramesArriveAndAfter() {
        Arrivals pictures = Arrivals.of(9_000_000_000L, 10_000_000_000L);
        told(10, ConnectionState.STREAMING, arrivedAt(10));
        nanos = 14_000_000_000L;
        silence.follow(List.of(camera(ConnectionState.STREAMING)));
        assertEquals(
                new Silence.Told(Optional.of(Duration.ofSeconds(4)), true),
                silence.of(camera(ConnectionState.STREAMING), arrivedAt(14), pictures));
        assertEquals(Optional.of(6L), told(16, ConnectionState.LOST, GONE));
        nanos = 20_000_000_000L;
        silence.follow(List.of(camera(ConnectionState.STREAMING)));
        assertEquals(
                new Silence.Told(Optional.of(Duration.ZERO), false),
                silence.of(camera(ConnectionState.STREAMING), arrivedAt(20), Arrivals.of(20_000_000_000L)));
    }

    @Test
    void aCameraThatIsRemovedIsForgotten() {
        told(10, ConnectionState.STREAMING, arrivedAt(10));
        silence.follow(List.of());
        assertEquals(
                Optional.empty(),
                silence.of(camera(ConnectionState.LOST), GONE, Arrivals.NONE).time());
    }
}
