package org.rnvr.console.internal.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.rnvr.console.internal.live.PictureSource;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.playback.model.Speed;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.View;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;

/** The player and what is asked of it, whether there is one at the moment or not. On the UI thread. */
final class Deck {

    /** A player that was asked to go elsewhere tells of where it was for at most this long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration NEAR = Duration.ofMillis(1500);

    private final Executor ui;
    private final LongSupplier nanoTime;
    private final Consumer<PlayerState> told;
    private final List<String> cameras = new ArrayList<>();
    private Optional<Playback> source = Optional.empty();
    private Optional<Player> player = Optional.empty();
    private Optional<PlayerState> state = Optional.empty();
    private Optional<Instant> requested = Optional.empty();
    private long requestedNanos;
    private boolean scrubbing;
    private Registration observing = () -> {};

    /**
     * Without a player.
     *
     * @param ui runs on the UI thread
     * @param nanoTime a clock
     * @param told hears what the player does, there
     */
    Deck(Executor ui, LongSupplier nanoTime, Consumer<PlayerState> told) {
        this.ui = ui;
        this.nanoTime = nanoTime;
        this.told = told;
    }

    /** Takes a player from here. Whether that is another one; then the views of the former are of no use. */
    boolean use(Optional<Playback> playback, Instant position) {
        if (source.equals(playback)) {
            return false;
        }
        close();
        source = playback;
        player = playback.map(Playback::open);
        player.ifPresent(opened -> {
            AtomicReference<PlayerState> latest = new AtomicReference<>();
            Coalescer tell = new Coalescer(ui, () -> take(opened, latest.get()));
            observing = opened.observe(newState -> {
                latest.set(newState);
                tell.run();
            });
            seek(position);
        });
        return true;
    }

    boolean isThere() {
        return player.isPresent();
    }

    /** The cameras whose pictures are wanted, in order. */
    List<String> cameras() {
        return List.copyOf(cameras);
    }

    /** Adds a camera. Whether there was room for it. */
    boolean add(String cameraId) {
        if (cameras.contains(cameraId)) {
            return true;
        }
        return cameras.size() < Playback.MOST_CAMERAS && cameras.add(cameraId);
    }

    void remove(String cameraId) {
        cameras.remove(cameraId);
    }

    /** Pictures of a camera, to be asked for while there is a player. */
    PictureSource pictures(String cameraId) {
        return new PictureSource() {

            @Override
            public View show(long nativeWindow) {
                return player.orElseThrow().show(cameraId, nativeWindow);
            }

            @Override
            public View draw(Consumer<Picture> painter) {
                return player.orElseThrow().draw(cameraId, painter);
            }
        };
    }

    /** What the player shows of a camera. */
    Optional<CameraPicture> picture(String cameraId) {
        return state.stream()
                .flatMap(it -> it.cameras().stream())
                .filter(picture -> picture.cameraId().equals(cameraId))
                .findFirst();
    }

    boolean isPlaying() {
        return state.filter(PlayerState::playing).isPresent();
    }

    Speed speed() {
        return state.map(it -> new Speed(it.rate())).orElse(Speed.LIFE);
    }

    boolean isRepeating() {
        return state.flatMap(PlayerState::repeat).isPresent();
    }

    void seek(Instant moment) {
        scrubbing = false;
        request(moment);
        player.ifPresent(it -> it.seek(moment));
    }

    void scrub(Instant moment) {
        scrubbing = true;
        request(moment);
        player.ifPresent(it -> it.scrub(moment));
    }

    void playOrPause() {
        if (isPlaying()) {
            pause();
        } else {
            play(speed());
        }
    }

    void play(Speed speed) {
        player.ifPresent(it -> it.play(speed.rate()));
    }

    void pause() {
        player.ifPresent(Player::pause);
    }

    void step(int frames) {
        requested = Optional.empty();
        player.ifPresent(it -> it.step(frames));
    }

    void repeat(Optional<Player.Range> range) {
        player.ifPresent(it -> it.repeat(range));
    }

    void close() {
        observing.close();
        observing = () -> {};
        player.ifPresent(Player::close);
        player = Optional.empty();
        source = Optional.empty();
        state = Optional.empty();
    }

    private void request(Instant moment) {
        requested = Optional.of(moment);
        requestedNanos = nanoTime.getAsLong();
    }

    private void take(Player from, PlayerState newState) {
        if (!player.equals(Optional.of(from))) {
            return;
        }
        state = Optional.of(newState);
        requested = requested.filter(moment -> !isNear(moment, newState.position()) && isFresh());
        told.accept(newState);
    }

    /** Whether a hand drags, or the player has not come to where it was asked to go: its position is of no interest then. */
    boolean isUnderWay() {
        return scrubbing || requested.isPresent();
    }

    private boolean isFresh() {
        return nanoTime.getAsLong() - requestedNanos < PATIENCE.toNanos();
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEAR) < 0;
    }
}
