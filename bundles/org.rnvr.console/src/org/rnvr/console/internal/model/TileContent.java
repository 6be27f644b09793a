package org.rnvr.console.internal.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;

/** What a tile shows of a camera. A picture that has stopped is never shown as live. */
public sealed interface TileContent {

    /** Media that is missing for longer than this is told, whatever the connection's state. */
    Duration STALE_AFTER = Duration.ofSeconds(2);

    /** A picture is wanted, and none comes. */
    Set<ConnectionState> OUTAGE = EnumSet.of(
            ConnectionState.STALLED, ConnectionState.LOST, ConnectionState.RECONNECTING, ConnectionState.OFFLINE);

    /** The state, for the tile's head. */
    Told told();

    /**
     * The picture moves.
     *
     * @param told the state
     */
    record Live(Told told) implements TileContent {}

    /**
     * The picture stands still.
     *
     * @param told that it does, and for how long
     */
    record Stale(Told told) implements TileContent {}

    /**
     * There is no picture.
     *
     * @param told the state
     * @param reason what stands in its place
     * @param text for how long there is none, and what is known beyond it; may be empty
     */
    record Nothing(Told told, Told reason, String text) implements TileContent {}

    /**
     * What to show of a camera.
     *
     * @param camera the camera
     * @param silence time since its last picture; empty when not known
     * @param standstill whether the picture stands still although frames arrive
     * @param obstacle why its picture cannot be shown here, if it cannot
     */
    static TileContent of(Camera camera, Optional<Duration> silence, boolean standstill, Optional<String> obstacle) {
        Told told = Told.connectionOf(camera);
        Optional<ConnectionState> state =
                camera.connection().filter(status -> camera.enabled()).map(CameraStatus::state);
        boolean connected = state.filter(is -> is == ConnectionState.STREAMING || is == ConnectionState.SUSPECT)
                .isPresent();
        if (!connected) {
            boolean missing = state.filter(OUTAGE::contains).isPresent();
            return new Nothing(
                    told,
                    told,
                    Stream.concat(
                                    silence.filter(time -> missing).map(TileContent::noPictureFor).stream(),
                                    camera.connection().map(CameraStatus::text).map(Reasons::told).stream())
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining("\n")));
        }
        if (obstacle.isPresent()) {
            return new Nothing(told, new Told(Symbol.NOTE, Messages.tile_no_picture), Reasons.told(obstacle.get()));
        }
        boolean suspect = state.get() == ConnectionState.SUSPECT;
        if (suspect
                || standstill
                || silence.filter(time -> time.compareTo(STALE_AFTER) >= 0).isPresent()) {
            return new Stale(new Told(
                    Symbol.SUSPECT, silence.map(TileContent::noPictureFor).orElse(Messages.tile_no_picture)));
        }
        return new Live(told);
    }

    private static String noPictureFor(Duration time) {
        return NLS.bind(Messages.tile_no_picture_for, Lengths.inWords(time));
    }
}
