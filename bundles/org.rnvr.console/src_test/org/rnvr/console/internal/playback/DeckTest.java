package org.rnvr.console.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.playback.model.Speed;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.View;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;

class DeckTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<PlayerState> told = new ArrayList<>();
    private final Robot robot = new Robot();
    private long nanos;
    private final Deck deck = new Deck(Runnable::run, () -> nanos, told::add);

    @Test
    void withoutAPlayerNothingHappensAndCamerasAreKept() {
        deck.playOrPause();
        deck.step(1);
        deck.seek(NOON);
        assertTrue(deck.add("gate"));
        assertFalse(deck.isThere());
        assertTrue(deck.use(Optional.of(() -> robot), NOON));
        assertEquals(List.of("gate"), deck.cameras());
        assertEquals(List.of("seek"), robot.requests);
    }

    @Test
    void moreCamerasThanAPlayerTakesAreRefused() {
        for (int i = 0; i < Playback.MOST_CAMERAS; i++) {
            assertTrue(deck.add("camera" + i));
        }
        assertFalse(deck.add("one more"));
        assertTrue(deck.add("camera0"), "it is there already");
        deck.remove("camera0");
        assertTrue(deck.add("one more"));
    }

    @Test
    void aPlayerOnItsWayDoesNotMoveTheCursor() {
        deck.use(Optional.of(() -> robot), NOON);
        robot.say(NOON, true);
        assertFalse(deck.isUnderWay());
        deck.scrub(NOON.plusSeconds(100));
        robot.say(NOON.plusSeconds(100), false);
        assertTrue(deck.isUnderWay(), "a hand drags");
        deck.seek(NOON.plusSeconds(500));
        robot.say(NOON.plusSeconds(100), true);
        assertTrue(deck.isUnderWay(), "it tells of where it was");
        robot.say(NOON.plusSeconds(501), true);
        assertFalse(deck.isUnderWay());
        deck.seek(NOON);
        nanos += 3_000_000_000L;
        robot.say(NOON.plusSeconds(502), true);
        assertFalse(deck.isUnderWay(), "it never came there");
    }

    @Test
    void thePlayerThatIsReplacedIsClosedAndNotHeardAnyMore() {
        Playback source = () -> robot;
        deck.use(Optional.of(source), NOON);
        assertFalse(deck.use(Optional.of(source), NOON), "it is the same");
        robot.say(NOON, true);
        assertTrue(deck.isPlaying());
        int heard = told.size();
        assertTrue(deck.use(Optional.empty(), NOON));
        assertTrue(robot.requests.contains("close"));
        robot.say(NOON.plusSeconds(1), true);
        assertEquals(heard, told.size());
        assertFalse(deck.isPlaying());
        assertEquals(Speed.LIFE, deck.speed());
    }

    @Test
    void theSameKeyPlaysAndPauses() {
        deck.use(Optional.of(() -> robot), NOON);
        deck.playOrPause();
        robot.say(NOON, true);
        deck.playOrPause();
        assertEquals(List.of("seek", "play 1.0", "pause"), robot.requests);
    }

    /** A player that says what it is told to say. */
    private static final class Robot implements Player {

        private final List<String> requests = new ArrayList<>();
        private Consumer<PlayerState> observer = state -> {};

        void say(Instant position, boolean playing) {
            observer.accept(new PlayerState(position, 1, playing, Optional.empty(), List.of()));
        }

        @Override
        public Registration observe(Consumer<PlayerState> newObserver) {
            observer = newObserver;
            return () -> {};
        }

        @Override
        public View show(String cameraId, long nativeWindow) {
            throw new IllegalStateException("There is no window here");
        }

        @Override
        public View draw(String cameraId, Consumer<Picture> painter) {
            throw new IllegalStateException("Nobody draws here");
        }

        @Override
        public void seek(Instant moment) {
            requests.add("seek");
        }

        @Override
        public void scrub(Instant moment) {
            requests.add("scrub");
        }

        @Override
        public void play(double rate) {
            requests.add("play " + rate);
        }

        @Override
        public void pause() {
            requests.add("pause");
        }

        @Override
        public void step(int frames) {
            requests.add("step " + frames);
        }

        @Override
        public void repeat(Optional<Range> range) {
            requests.add("repeat");
        }

        @Override
        public CompletionStage<Void> close() {
            requests.add("close");
            return CompletableFuture.completedFuture(null);
        }
    }
}
