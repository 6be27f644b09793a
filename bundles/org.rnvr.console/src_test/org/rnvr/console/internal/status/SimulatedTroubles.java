package org.rnvr.console.internal.status;

import java.time.Duration;
import java.time.Instant;
import org.rnvr.console.internal.status.Trouble.Key;
import org.rnvr.console.internal.status.Trouble.Kind;
import org.rnvr.event.Moment;

/** Troubles and times of a simulation that begins at noon. */
final class SimulatedTroubles {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SimulatedTroubles() {}

    static Moment at(int second) {
        return new Moment(NOON.plusSeconds(second), Duration.ofSeconds(second).toNanos());
    }

    static Trouble lost(String id) {
        return new Trouble(new Key(Kind.CAMERA_LOST, id, id), "", Duration.ofSeconds(10));
    }

    static Trouble of(Kind kind, String id, String text) {
        return new Trouble(new Key(kind, id, id.isEmpty() ? "this machine" : id), text, Duration.ZERO);
    }

    static LastingAlert alert(Trouble trouble) {
        return new LastingAlert(trouble, NOON, false);
    }
}
