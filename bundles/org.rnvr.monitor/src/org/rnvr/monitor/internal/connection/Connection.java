package org.rnvr.monitor.internal.connection;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;

/** All that is known of one camera's connection. Immutable; {@link ConnectionLogic} says what follows from it. */
public final class Connection {

    private final Terms terms;
    private final boolean pipelineOpen;
    private final Room room;
    private final Phase phase;
    private final Instant since;

    private Connection(Terms terms, boolean pipelineOpen, Room room, Phase phase, Instant since) {
        this.terms = Objects.requireNonNull(terms);
        this.pipelineOpen = pipelineOpen;
        this.room = Objects.requireNonNull(room);
        this.phase = Objects.requireNonNull(phase);
        this.since = Objects.requireNonNull(since);
    }

    /** Of a camera that is not wanted yet and has no pipeline. */
    public static Connection idle(Terms terms, StatusDetail why, Instant since) {
        return new Connection(terms, false, Room.UNKNOWN, new Phase.Idle(why), since);
    }

    Terms terms() {
        return terms;
    }

    boolean pipelineOpen() {
        return pipelineOpen;
    }

    Room room() {
        return room;
    }

    Phase phase() {
        return phase;
    }

    /** Whether a session may be opened beside another. */
    boolean standbyAllowed() {
        return terms.autoReconnect() && room.beside(terms.standby());
    }

    Connection with(Terms newTerms) {
        return new Connection(newTerms, pipelineOpen, room, phase, since);
    }

    Connection with(Room newRoom) {
        return newRoom.equals(room) ? this : new Connection(terms, pipelineOpen, newRoom, phase, since);
    }

    Connection withPipeline(boolean open) {
        return new Connection(terms, open, room, phase, since);
    }

    Connection in(Phase next, Now now) {
        if (next == phase) {
            return this;
        }
        return new Connection(terms, pipelineOpen, room, next, next.state() == phase.state() ? since : now.time());
    }

    /** Number of the session that feeds recording and views. */
    public OptionalLong activeSession() {
        return phase instanceof Phase.Live live ? OptionalLong.of(live.session()) : OptionalLong.empty();
    }

    /** Whether a request on the active session does no harm at present. */
    public boolean mayAskSession(Now now) {
        return phase instanceof Phase.Live live
                && (live.doubt().isEmpty()
                        || LiveLogic.mayAsk(live, live.doubt().get().heard(), now));
    }

    /** The state. */
    public ConnectionState state() {
        return phase.state();
    }

    /** The status. */
    public CameraStatus status() {
        Trouble trouble = phase.trouble();
        return new CameraStatus(
                terms.cameraId(),
                terms.name(),
                phase.state(),
                trouble.detail(),
                trouble.text(),
                since,
                activeSession());
    }
}
