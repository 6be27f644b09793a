package org.rnvr.control.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;

class OrderedPtzCameraTest {

    private static final PtzVelocity LEFT = new PtzVelocity(-1, 0, 0);
    private static final PtzVelocity RIGHT = new PtzVelocity(1, 0, 0);
    private static final PtzVelocity UP = new PtzVelocity(0, 1, 0);
    private static final PtzPreset DOOR = new PtzPreset("1", "Door");

    private final Motors motors = new Motors();
    private final Deque<Runnable> alarms = new ArrayDeque<>();
    private final OrderedPtzCamera camera = new OrderedPtzCamera(motors, delay -> {
        assertEquals(PtzCamera.LONGEST_MOVE, delay);
        return alarms::add;
    });

    @Test
    void oneRequestFollowsTheOther() {
        CompletionStage<Void> moved = camera.move(LEFT);
        CompletionStage<List<PtzPreset>> presets = camera.presets();
        assertEquals(List.of("move -1.0 0.0"), motors.asked);
        assertFalse(moved.toCompletableFuture().isDone());
        motors.answer(null);
        assertTrue(moved.toCompletableFuture().isDone());
        assertEquals(List.of("move -1.0 0.0", "presets"), motors.asked);
        motors.answer(List.of(DOOR));
        assertEquals(List.of(DOOR), presets.toCompletableFuture().join());
    }

    @Test
    void ofMovementsThatWaitOnlyTheLatestIsSent() {
        camera.move(LEFT);
        CompletionStage<Void> right = camera.move(RIGHT);
        CompletionStage<Void> door = camera.goTo(DOOR);
        CompletionStage<Void> up = camera.move(UP);
        assertTrue(right.toCompletableFuture().isDone());
        assertTrue(door.toCompletableFuture().isDone());
        assertFalse(up.toCompletableFuture().isDone());
        motors.answer(null);
        assertEquals(List.of("move -1.0 0.0", "move 0.0 1.0"), motors.asked);
    }

    @Test
    void aStopIsAlwaysSentAndGoesFirst() {
        camera.move(LEFT);
        camera.presets();
        camera.move(RIGHT);
        CompletionStage<Void> stopped = camera.stop();
        CompletionStage<Void> stoppedAgain = camera.stop();
        camera.move(UP);
        motors.answer(null);
        motors.answer(null);
        assertTrue(stopped.toCompletableFuture().isDone());
        assertTrue(stoppedAgain.toCompletableFuture().isDone());
        motors.answer(List.of());
        motors.answer(null);
        assertEquals(List.of("move -1.0 0.0", "stop", "presets", "move 0.0 1.0"), motors.asked);
    }

    @Test
    void aVelocityOfZeroStops() {
        camera.move(PtzVelocity.STILL);
        assertEquals(List.of("stop"), motors.asked);
    }

    @Test
    void aMovementThatFailedIsStoppedAllTheSame() {
        CompletionStage<Void> moved = camera.move(LEFT);
        CompletionStage<Void> stopped = camera.stop();
        motors.fail(Reason.TIMED_OUT);
        assertEquals(Reason.TIMED_OUT, reason(moved));
        assertEquals(List.of("move -1.0 0.0", "stop"), motors.asked);
        motors.answer(null);
        assertFalse(stopped.toCompletableFuture().isCompletedExceptionally());
    }

    @Test
    void aStopWithoutAnswerIsSentOnceMoreAndNotForEver() {
        CompletionStage<Void> stopped = camera.stop();
        motors.fail(Reason.TIMED_OUT);
        assertEquals(List.of("stop", "stop"), motors.asked);
        motors.fail(Reason.UNREACHABLE);
        assertEquals(Reason.UNREACHABLE, reason(stopped));
        assertEquals(List.of("stop", "stop"), motors.asked);
    }

    @Test
    void aCameraThatRefusesTheCredentialsIsNotAskedAgain() {
        CompletionStage<Void> moved = camera.move(LEFT);
        CompletionStage<Void> stopped = camera.stop();
        motors.fail(Reason.NOT_AUTHORIZED);
        assertEquals(Reason.NOT_AUTHORIZED, reason(moved));
        assertEquals(Reason.NOT_AUTHORIZED, reason(stopped));
        assertEquals(Reason.NOT_AUTHORIZED, reason(camera.presets()));
        assertEquals(List.of("move -1.0 0.0"), motors.asked);
    }

    @Test
    void aMovementThatNobodyAsksForAgainIsStopped() {
        camera.move(LEFT);
        motors.answer(null);
        camera.move(LEFT);
        motors.answer(null);
        alarms.removeFirst().run();
        assertEquals(List.of("move -1.0 0.0", "move -1.0 0.0"), motors.asked);
        alarms.removeFirst().run();
        assertEquals(List.of("move -1.0 0.0", "move -1.0 0.0", "stop"), motors.asked);
    }

    @Test
    void whatStandsIsNotStoppedByTheClock() {
        camera.move(LEFT);
        motors.answer(null);
        camera.stop();
        motors.answer(null);
        camera.goTo(DOOR);
        motors.answer(null);
        alarms.removeFirst().run();
        assertEquals(List.of("move -1.0 0.0", "stop", "goto 1"), motors.asked);
    }

    @Test
    void closingStopsWhatMovesAndDropsWhatWaits() {
        camera.move(LEFT);
        CompletionStage<List<PtzPreset>> presets = camera.presets();
        camera.close();
        assertEquals(Reason.NOT_ASKED, reason(presets));
        motors.answer(null);
        motors.answer(null);
        assertEquals(Reason.NOT_ASKED, reason(camera.move(RIGHT)));
        camera.close();
        alarms.removeFirst().run();
        assertEquals(List.of("move -1.0 0.0", "stop"), motors.asked);
    }

    @Test
    void closingWhatStandsSendsNothing() {
        camera.close();
        assertEquals(List.of(), motors.asked);
    }

    @Test
    void tooManyQuestionsAreRefused() {
        for (int i = 0; i <= OrderedPtzCamera.MOST_WAITING; i++) {
            camera.presets();
        }
        assertEquals(Reason.NOT_ASKED, reason(camera.presets()));
        CompletionStage<Void> stopped = camera.stop();
        motors.answer(List.of());
        motors.answer(null);
        assertFalse(stopped.toCompletableFuture().isCompletedExceptionally());
    }

    @Test
    void aProtocolThatThrowsHoldsNothingUp() {
        motors.throwing = true;
        assertTrue(camera.presets().toCompletableFuture().isCompletedExceptionally());
        motors.throwing = false;
        camera.stop();
        assertEquals(List.of("stop"), motors.asked);
    }

    private static Reason reason(CompletionStage<?> stage) {
        assertTrue(stage.toCompletableFuture().isDone());
        CompletionException failure = assertThrows(
                CompletionException.class, () -> stage.toCompletableFuture().join());
        return ControlException.of(failure).orElseThrow().reason();
    }

    /** Answers when told to. */
    private static final class Motors implements PtzProtocol {

        private final List<String> asked = new ArrayList<>();
        private boolean throwing;
        private CompletableFuture<Object> open = CompletableFuture.completedFuture(null);

        void answer(Object value) {
            open.complete(value);
        }

        void fail(Reason reason) {
            open.completeExceptionally(new ControlException(reason, ""));
        }

        @Override
        public CompletionStage<PtzCapability> capability() {
            return ask("capability").thenApply(PtzCapability.class::cast);
        }

        @Override
        public CompletionStage<Void> move(PtzVelocity velocity) {
            return ask("move " + velocity.pan() + " " + velocity.tilt()).thenAccept(done -> {});
        }

        @Override
        public CompletionStage<Void> stop() {
            return ask("stop").thenAccept(done -> {});
        }

        @Override
        @SuppressWarnings("unchecked")
        public CompletionStage<List<PtzPreset>> presets() {
            return ask("presets").thenApply(value -> (List<PtzPreset>) value);
        }

        @Override
        public CompletionStage<Void> goTo(PtzPreset preset) {
            return ask("goto " + preset.token()).thenAccept(done -> {});
        }

        @Override
        public CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name) {
            return ask("save " + name).thenApply(PtzPreset.class::cast);
        }

        private CompletableFuture<Object> ask(String what) {
            if (throwing) {
                throw new IllegalStateException(what);
            }
            assertTrue(open.isDone(), "never two at once");
            asked.add(what);
            open = new CompletableFuture<>();
            return open;
        }
    }
}
