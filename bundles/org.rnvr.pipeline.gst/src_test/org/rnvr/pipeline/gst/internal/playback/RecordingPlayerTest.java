package org.rnvr.pipeline.gst.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.pipeline.gst.internal.TimedExecutor;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;
import org.rnvr.recording.Segment;

/** Several cameras in simulated time. */
class RecordingPlayerTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FRAMES = 50;
    private static final int HOUR = 90_000;

    private final SimulatedLane time = new SimulatedLane();
    private final Map<String, List<Segment>> recorded = new HashMap<>();
    private final Map<String, CountingEquipment> equipment = new HashMap<>();
    private final List<PlayerState> states = new ArrayList<>();
    private final Disk disk = new Disk();
    private final RecordingPlayer player = new RecordingPlayer(new Part(), time::now, START, this::projector, () -> {});

    /** A lane of its own in the time of all. */
    private class Part implements TimedExecutor {

        @Override
        public void execute(Runnable task) {
            time.execute(task);
        }

        @Override
        public Future<?> schedule(Duration delay, Runnable task) {
            return time.schedule(delay, task);
        }

        @Override
        public void end() {
            // The others go on.
        }
    }

    /** What a projector's lane waits for. */
    private final class Disk extends Part {

        private final List<Runnable> waiting = new ArrayList<>();
        private boolean slow;

        @Override
        public void execute(Runnable task) {
            if (slow) {
                waiting.add(task);
            } else {
                super.execute(task);
            }
        }

        void recover() {
            slow = false;
            waiting.forEach(this::execute);
        }
    }

    private Projector projector(String cameraId, Place place, Consumer<Sight> listener) {
        CountingEquipment own = new CountingEquipment(0);
        equipment.put(cameraId, own);
        return new Projector(
                cameraId,
                own,
                new Roll(
                        cameraId,
                        (camera, moment) -> new Timeline(
                                recorded.getOrDefault(camera, List.of()), List.of(), 0, Long.MAX_VALUE, true, true),
                        file -> new FakeVideo(FRAMES),
                        time::now),
                disk,
                Runnable::run,
                time::now,
                listener);
    }

    @BeforeEach
    void observe() {
        player.observe(states::add);
    }

    private static Instant at(double frame) {
        return START.plusNanos(Math.round(frame * FakeVideo.STEP));
    }

    /** Files of a camera that begin at these frames. */
    private void record(String cameraId, int... frames) {
        List<Segment> own = new ArrayList<>();
        for (int frame : frames) {
            own.add(FakeVideo.segment(cameraId + frame, at(frame), FRAMES));
        }
        recorded.put(cameraId, own);
        player.show(cameraId, 1);
    }

    private void await(double frames) {
        time.runFor(Duration.ofNanos(Math.round(frames * FakeVideo.STEP)));
    }

    private PlayerState last() {
        return states.get(states.size() - 1);
    }

    private double frame() {
        return frame(last().position());
    }

    private static double frame(Instant moment) {
        return (double) Duration.between(START, moment).toNanos() / FakeVideo.STEP;
    }

    private void seek(double frame) {
        player.seek(at(frame));
        await(1);
        assertEquals(frame, frame());
    }

    private void step(int frames) {
        player.step(frames);
        await(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void stepsBackGoFromFrameToFrame(int cameras) {
        for (int i = 0; i < cameras; i++) {
            record("camera" + i, 0, FRAMES, 2 * FRAMES);
        }
        seek(FRAMES + 12.4);
        for (int frame = FRAMES + 11; frame >= FRAMES - 12; frame--) {
            step(-1);
            assertEquals(frame, frame());
            assertFalse(last().playing());
            for (CameraPicture picture : last().cameras()) {
                assertEquals(frame, frame(picture.frame().orElseThrow()), picture.cameraId());
                List<Long> drawn = equipment.get(picture.cameraId()).drawn();
                assertEquals(Moments.nanos(at(frame)), drawn.get(drawn.size() - 1));
            }
        }
        step(1);
        assertEquals(FRAMES - 11, frame());
    }

    @Test
    void allCamerasGoInStep() {
        for (int i = 0; i < 4; i++) {
            record("camera" + i, 0, FRAMES, 2 * FRAMES);
        }
        seek(10);
        int before = states.size();
        player.play(1);
        await(110);
        List<PlayerState> running = states.subList(before, states.size()).stream()
                .filter(state -> frame(state.position()) > 20)
                .toList();
        assertTrue(running.size() > 25, running.size() + " states in 4 seconds");
        for (PlayerState state : running) {
            assertTrue(state.playing());
            for (CameraPicture picture : state.cameras()) {
                assertEquals(CameraPicture.Kind.RECORDED, picture.kind());
                double late = frame(state.position()) - frame(picture.frame().orElseThrow());
                assertTrue(late >= 0 && late < 2, picture.cameraId() + " " + late + " frames late");
            }
        }
    }

    @Test
    void aStepGoesOnWithAnotherCameraWhereTheFirstIsNotRecorded() {
        record("first", 0, HOUR);
        record("second", 0, FRAMES, 2 * FRAMES);
        seek(FRAMES - 1);
        step(1);
        assertEquals(FRAMES, frame(), "not an hour");
        step(1);
        assertEquals(FRAMES + 1, frame());
        seek(FRAMES + 30);
        step(-2);
        assertEquals(FRAMES + 28, frame());
        step(-1);
        assertEquals(FRAMES + 27, frame());
        seek(HOUR);
        step(-1);
        assertEquals(3 * FRAMES - 1, frame(), "the last one that any of them has");
        step(1);
        assertEquals(HOUR, frame(), "none of them has another one in between");
    }

    @Test
    void aStepNeverGoesTheOtherWay() {
        record("a", 0);
        seek(FRAMES + 1000);
        step(1);
        assertEquals(FRAMES + 1000, frame());
        step(-1);
        assertEquals(FRAMES - 1, frame(), "the frame before the gap is the previous one");
        step(-FRAMES * 2);
        assertEquals(0, frame());
        step(-1);
        assertEquals(0, frame());
    }

    @Test
    void aKeyThatIsHeldWhileTheDiskIsSlowIsWorkedOffAtOnce() {
        record("a", 0, FRAMES, 2 * FRAMES, 3 * FRAMES, 4 * FRAMES);
        seek(10);
        disk.slow = true;
        for (int i = 0; i < 100; i++) {
            player.step(1);
        }
        await(2);
        assertTrue(disk.waiting.size() < 5, disk.waiting.size() + " tasks wait");
        disk.recover();
        await(2);
        assertEquals(110, frame());
        player.step(3);
        player.pause();
        player.step(-1);
        await(2);
        assertEquals(112, frame());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, 100",
        "2, 320, 100",
        "0.25, 300, 100",
        "16, 5, 100",
        "-1, 5, 300",
        "-4, 320, 300",
        "-16, 100, 300"
    })
    void aRepetitionThatIsBegunOutsideOfItsRangeBeginsWhereTheRangeDoes(double rate, int outside, int begin) {
        for (int i = 0; i < 4; i++) {
            record("camera" + i, 0, 50, 100, 150, 200, 250, 300);
        }
        seek(outside);
        player.repeat(Optional.of(new Player.Range(at(100), at(300))));
        await(1);
        assertEquals(outside, frame(), "until it plays it stays");
        int before = states.size();
        player.play(rate);
        await(500 / Math.abs(rate));
        List<PlayerState> playing = states.subList(before, states.size());
        assertEquals(begin, frame(playing.get(0).position()));
        assertTrue(playing.stream().allMatch(PlayerState::playing));
        List<Double> frames =
                playing.stream().map(state -> frame(state.position())).toList();
        assertTrue(frames.stream().allMatch(frame -> frame >= 100 && frame <= 300), () -> "seen " + frames);
        int turns = 0;
        for (int i = 1; i < frames.size(); i++) {
            turns += Math.signum(frames.get(i) - frames.get(i - 1)) == -Math.signum(rate) ? 1 : 0;
        }
        assertEquals(2, turns, () -> "seen " + frames);
        for (CountingEquipment own : equipment.values()) {
            assertTrue(
                    own.drawn().stream()
                            .skip(1)
                            .map(Moments::instant)
                            .allMatch(frame -> frame(frame) >= 100 && frame(frame) <= 300),
                    "each camera keeps to it");
        }
    }

    @Test
    void aSeekOutOfTheRangeThatIsRepeatedLeadsToItsBeginning() {
        record("a", 0, FRAMES);
        seek(25);
        player.repeat(Optional.of(new Player.Range(at(20), at(40))));
        player.play(1);
        await(5);
        player.seek(at(70));
        await(2);
        assertTrue(frame() >= 20 && frame() < 25, "at " + frame());
        player.pause();
        seek(70);
        player.play(1);
        await(3);
        assertTrue(frame() >= 20 && frame() < 25, "at " + frame());
    }

    @ParameterizedTest
    @CsvSource({"1, 30, 1000", "8, 30, 1000", "-1, -1000, 15", "-8, -1000, 15"})
    void aRangeIsRepeatedAsFarAsItIsRecorded(double rate, int from, int to) {
        record("a", 0);
        seek(20);
        player.repeat(Optional.of(new Player.Range(at(from), at(to))));
        player.play(rate);
        await(150);
        assertTrue(last().playing());
        int before = states.size();
        await(100);
        List<Double> frames = states.subList(before, states.size()).stream()
                .map(state -> frame(state.position()))
                .toList();
        assertTrue(frames.stream().anyMatch(frame -> frame == (rate > 0 ? from : to)), () -> "seen " + frames);
        assertTrue(frames.stream().allMatch(frame -> frame > -FRAMES && frame < 2 * FRAMES), () -> "seen " + frames);
    }

    @Test
    void aRangeOfWhichNothingIsRecordedIsNotRepeated() {
        record("a", 0);
        seek(20);
        player.repeat(Optional.of(new Player.Range(at(1000), at(2000))));
        player.play(1);
        await(50);
        assertFalse(last().playing());
    }
}
