package org.rnvr.console.internal.playback.model;

import java.util.List;
import org.rnvr.playback.Player;

/**
 * A speed, as the keys J, K and L of a cutter's desk change it.
 *
 * @param rate as a player takes it
 */
public record Speed(double rate) {

    /** As life goes. */
    public static final Speed LIFE = new Speed(1);

    private static final List<Double> STEPS = List.of(Player.SLOWEST, 0.5, 1.0, 2.0, 4.0, 8.0, Player.FASTEST);

    /** Forwards: faster if it went forwards already. */
    public Speed forwards(boolean playing) {
        return playing && rate > 0 ? faster() : LIFE;
    }

    /** Backwards: faster if it went backwards already. */
    public Speed backwards(boolean playing) {
        return playing && rate < 0 ? faster() : new Speed(-1);
    }

    /** The next faster one in the same direction. */
    public Speed faster() {
        return withSize(
                STEPS.stream().filter(step -> step > Math.abs(rate)).findFirst().orElse(Player.FASTEST));
    }

    /** The next slower one in the same direction. */
    public Speed slower() {
        return withSize(STEPS.stream()
                .filter(step -> step < Math.abs(rate))
                .reduce((one, other) -> other)
                .orElse(Player.SLOWEST));
    }

    private Speed withSize(double size) {
        return new Speed(Math.copySign(size, rate));
    }
}
