package org.rnvr.console.internal.ptz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.ptz.PtzDrive.By;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;

class PtzDriveTest {

    private final List<String> asked = new ArrayList<>();
    private final Deque<Runnable> alarms = new ArrayDeque<>();
    private long now;
    private final PtzDrive drive = new PtzDrive(() -> now, (delay, task) -> alarms.add(task), request -> {});

    @BeforeEach
    void withACamera() {
        drive.take(Optional.of(new Motors("")));
    }

    @Test
    void whatIsHeldMovesUntilItIsReleased() {
        drive.hold(PtzAction.LEFT_UP, By.POINTER);
        drive.release(PtzAction.LEFT_UP, By.POINTER);
        assertEquals(List.of("-0.5 0.5 0.0", "stop"), asked);
        assertTrue(drive.held(By.POINTER).isEmpty());
    }

    @Test
    void aRepeatedKeyIsOneMovementAndAskedForAgainEachSecond() {
        drive.hold(PtzAction.ZOOM_IN, By.KEY);
        drive.hold(PtzAction.ZOOM_IN, By.KEY);
        assertEquals(List.of("0.0 0.0 0.5"), asked);
        aSecondPasses();
        assertEquals(List.of("0.0 0.0 0.5", "0.0 0.0 0.5"), asked);
    }

    @Test
    void theLatestMovementCounts() {
        drive.hold(PtzAction.UP, By.KEY);
        drive.hold(PtzAction.RIGHT, By.KEY);
        drive.release(PtzAction.UP, By.KEY);
        assertEquals(List.of("0.0 0.5 0.0", "0.5 0.0 0.0"), asked);
        aSecondPasses();
        assertEquals(List.of("0.0 0.5 0.0", "0.5 0.0 0.0", "0.5 0.0 0.0"), asked);
        drive.release(PtzAction.RIGHT, By.POINTER);
        drive.release(PtzAction.RIGHT, By.KEY);
        assertEquals("stop", asked.get(3));
        aSecondPasses();
        assertEquals(4, asked.size());
    }

    @Test
    void aKeyWhoseReleaseNeverComesStopsTheCamera() {
        drive.hold(PtzAction.UP, By.KEY);
        for (int i = 0; i < 10; i++) {
            aSecondPasses();
        }
        assertEquals("stop", asked.get(asked.size() - 1));
        assertEquals(List.of("stop"), asked.stream().filter("stop"::equals).toList());
        assertEquals(5, asked.size(), "three more after the first");
    }

    @Test
    void aKeyThatRepeatsIsHeldAsLongAsItDoes() {
        drive.hold(PtzAction.UP, By.KEY);
        for (int i = 0; i < 30; i++) {
            aSecondPasses();
            drive.hold(PtzAction.UP, By.KEY);
        }
        assertFalse(asked.contains("stop"));
    }

    @Test
    void aButtonMayBeHeldLongerButNotForEver() {
        drive.hold(PtzAction.UP, By.POINTER);
        for (int i = 0; i < 59; i++) {
            aSecondPasses();
        }
        assertFalse(asked.contains("stop"));
        aSecondPasses();
        assertTrue(asked.contains("stop"));
    }

    @Test
    void theSpeedHoldsAtOnceAndStaysInItsBounds() {
        drive.setSpeed(99);
        drive.hold(PtzAction.UP, By.KEY);
        drive.setSpeed(-1);
        drive.setSpeed(PtzDrive.SLOWEST);
        assertEquals(List.of("0.0 1.0 0.0", "0.0 0.1 0.0"), asked);
    }

    @Test
    void theFormerCameraIsStoppedAndLeft() {
        drive.hold(PtzAction.UP, By.KEY);
        drive.take(Optional.of(new Motors("other ")));
        drive.hold(PtzAction.DOWN, By.KEY);
        aSecondPasses();
        assertEquals(List.of("0.0 0.5 0.0", "stop", "close", "other 0.0 -0.5 0.0", "other 0.0 -0.5 0.0"), asked);
    }

    @Test
    void lettingGoOfNothingSendsNothingButStopAlwaysDoes() {
        drive.letGo();
        assertEquals(List.of(), asked);
        drive.stop();
        assertEquals(List.of("stop"), asked);
    }

    @Test
    void withoutACameraNothingIsHeld() {
        drive.take(Optional.empty());
        asked.clear();
        drive.hold(PtzAction.UP, By.KEY);
        drive.stop();
        assertTrue(drive.held(By.KEY).isEmpty());
        assertEquals(List.of(), asked);
    }

    private void aSecondPasses() {
        now += Duration.ofSeconds(1).toNanos();
        List<Runnable> due = new ArrayList<>(alarms);
        alarms.clear();
        due.forEach(Runnable::run);
    }

    private final class Motors implements PtzCamera {

        private final String name;

        Motors(String name) {
            this.name = name;
        }

        @Override
        public CompletionStage<PtzCapability> capability() {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<Void> move(PtzVelocity velocity) {
            asked.add(name + velocity.pan() + " " + velocity.tilt() + " " + velocity.zoom());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> stop() {
            asked.add(name + "stop");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<List<PtzPreset>> presets() {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<Void> goTo(PtzPreset preset) {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String title) {
            throw new AssertionError();
        }

        @Override
        public void close() {
            asked.add(name + "close");
        }
    }
}
