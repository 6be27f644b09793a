package org.rnvr.playback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a player does now.
 *
 * @param position the moment shown
 * @param rate the speed asked for last, 1 at first
 * @param playing whether the time goes on by itself, or will once the pictures of its moment are there; no longer at the end
 *     of all that is recorded of the cameras shown, or at its beginning when it played backwards
 * @param repeat the range that is repeated
 * @param cameras what is shown, in the order of their views
 */
public record PlayerState(
        Instant position, double rate, boolean playing, Optional<Player.Range> repeat, List<CameraPicture> cameras) {
    public PlayerState {
        Objects.requireNonNull(position);
        Objects.requireNonNull(repeat);
        cameras = List.copyOf(cameras);
    }
}
