package org.rnvr.pipeline.gst.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rnvr.pipeline.gst.internal.TimedExecutor;
import org.rnvr.pipeline.gst.internal.VideoCodec;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;
import org.rnvr.pipeline.gst.internal.media.Decoder;
import org.rnvr.pipeline.gst.internal.media.Screen;
import org.rnvr.playback.CameraPicture.Kind;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** In simulated time, with decoders that count. */
class ProjectorTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FRAMES = 50;

    private final SimulatedLane lane = new SimulatedLane();
    private final List<Segment> segments = new ArrayList<>();
    private final List<RecordedGap> gaps = new ArrayList<>();
    private final List<Long> drawn = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final List<Integer> attempts = new ArrayList<>();
    private int decoded;
    private int questions;
    private int alive;
    private int worthlessDecoders;
    private final Projector projector = new Projector(
            "a",
            new CountingEquipment(),
            new Roll("a", this::timeline, this::video, () -> lane.now),
            lane,
            Runnable::run,
            () -> lane.now,
            sights::add);

    private Timeline timeline(String camera, long moment) {
        questions++;
        return new Timeline(segments, gaps, 0, Long.MAX_VALUE, true, true);
    }

    private FakeVideo video(Path file) throws IOException {
        if (file.toString().equals("broken")) {
            throw new IOException("it is broken");
        }
        return new FakeVideo(FRAMES);
    }

    /** Runs what it gets when its time has come. */
    private static final class SimulatedLane implements TimedExecutor {

        private final PriorityQueue<Task> tasks = new PriorityQueue<>();
        private long now = 1_000;
        private long number;

        private static final class Task extends CompletableFuture<Void> implements Comparable<Task> {

            private final long due;
            private final long number;
            private final Runnable run;

            Task(long due, long number, Runnable run) {
                this.due = due;
                this.number = number;
                this.run = run;
            }

            @Override
            public int compareTo(Task other) {
                return due != other.due ? Long.compare(due, other.due) : Long.compare(number, other.number);
            }
        }

        @Override
        public void execute(Runnable run) {
            tasks.add(new Task(now, number++, run));
        }

        @Override
        public Future<?> schedule(Duration delay, Runnable run) {
            Task task = new Task(now + delay.toNanos(), number++, run);
            tasks.add(task);
            return task;
        }

        void runFor(Duration time) {
            long end = now + time.toNanos();
            while (!tasks.isEmpty() && tasks.peek().due <= end) {
                Task task = tasks.poll();
                now = Math.max(now, task.due);
                if (!task.isCancelled()) {
                    task.run.run();
                }
            }
            now = end;
        }

        @Override
        public void end() {
            tasks.clear();
        }
    }

    /** Decoders that hold one frame back, as real ones do, and count. */
    private final class CountingEquipment implements Equipment {

        @Override
        public Screen openScreen() {
            return new Screen() {

                @Override
                public void draw(DecodedFrame frame) {
                    drawn.add(frame.time());
                }

                @Override
                public void measure() {
                    // It has no size.
                }

                @Override
                public void close() {
                    // Nothing was opened.
                }
            };
        }

        @Override
        public Decoder open(VideoCodec codec, int attempt) throws IOException {
            attempts.add(attempt);
            if (attempt > worthlessDecoders) {
                throw new NoDecoderException("there is no other");
            }
            return new CountingDecoder(attempt < worthlessDecoders);
        }
    }

    private final class CountingDecoder implements Decoder {

        private final Deque<Long> inside = new ArrayDeque<>();
        private final boolean worthless;
        private boolean drained;

        CountingDecoder(boolean worthless) {
            this.worthless = worthless;
        }

        @Override
        public void feed(byte[] frame, long presentation, long decoding, boolean key) {
            assertTrue(key || !inside.isEmpty() || decoded > 0, "begins with a key frame");
            decoded++;
            if (!worthless) {
                inside.add(presentation);
            }
        }

        @Override
        public Optional<DecodedFrame> poll() {
            if (inside.size() < (drained ? 1 : 2)) {
                return Optional.empty();
            }
            long time = inside.remove();
            alive++;
            return Optional.of(new DecodedFrame() {

                @Override
                public long time() {
                    return time;
                }

                @Override
                public void close() {
                    alive--;
                }
            });
        }

        @Override
        public void drain() {
            drained = true;
        }

        @Override
        public void flush() {
            inside.clear();
            drained = false;
        }

        @Override
        public void close() {
            inside.clear();
        }
    }

    private static Instant at(double frame) {
        return START.plusNanos(Math.round(frame * FakeVideo.STEP));
    }

    private static long nanos(double frame) {
        return Moments.nanos(at(frame));
    }

    private void record(String... names) {
        for (int i = 0; i < names.length; i++) {
            segments.add(FakeVideo.segment(names[i], at(i * FRAMES), FRAMES));
        }
    }

    private void carryOut(long number, Order.Task task) {
        projector.order(new Order(number, task));
        lane.runFor(Duration.ofMillis(1));
    }

    private Sight last() {
        return sights.get(sights.size() - 1);
    }

    @Test
    void ofManyOrdersOnlyTheLatestIsCarriedOut() {
        record("a", "b", "c");
        for (int i = 0; i < 100; i++) {
            projector.order(new Order(i, new Order.Glance(nanos(i))));
        }
        lane.runFor(Duration.ofSeconds(1));
        assertEquals(List.of(nanos(90)), drawn);
        assertEquals(1, decoded);
        assertEquals(99, last().order());
        assertEquals(Kind.RECORDED, last().kind());
    }

    @Test
    void aGlanceThatNeedsNoOtherPictureDecodesNothing() {
        record("a");
        for (int i = 0; i < 5; i++) {
            carryOut(i, new Order.Glance(nanos(10 + i)));
        }
        assertEquals(List.of(nanos(10)), drawn);
        assertEquals(1, decoded);
        assertEquals(1, questions);
    }

    @Test
    void aMomentIsDecodedFromTheKeyFrameBefore() {
        record("a");
        carryOut(1, new Order.Stand(nanos(25.5), false));
        assertEquals(List.of(nanos(25)), drawn);
        assertEquals(7, decoded, "20 to 25, and the one that brings it out");
        carryOut(2, new Order.Stand(nanos(27), false));
        assertEquals(List.of(nanos(25), nanos(27)), drawn);
        assertEquals(9, decoded, "what was begun goes on");
        carryOut(3, new Order.Stand(nanos(26), false));
        assertEquals(nanos(26), drawn.get(2));
    }

    @Test
    void itPlaysEveryFrameAtItsTimeOverABorder() {
        record("a", "b");
        carryOut(1, new Order.Stand(nanos(45), true));
        drawn.clear();
        projector.order(new Order(2, new Order.Run(new Motion(lane.now, nanos(45), 1, Optional.empty()), false)));
        lane.runFor(Duration.ofNanos(10 * FakeVideo.STEP + 1));
        List<Long> expected = new ArrayList<>();
        for (int i = 46; i <= 55; i++) {
            expected.add(nanos(i));
        }
        assertEquals(expected, drawn);
    }

    @Test
    void inAGapTheLastPictureStays() {
        record("a");
        segments.add(FakeVideo.segment("b", at(FRAMES + 100), FRAMES));
        gaps.add(new RecordedGap("a", at(FRAMES - 1), at(FRAMES + 100), "storage"));
        projector.order(new Order(1, new Order.Run(new Motion(lane.now, nanos(40), 4, Optional.empty()), false)));
        lane.runFor(Duration.ofSeconds(1));
        assertEquals(Kind.NOT_RECORDED, last().kind());
        assertEquals("The disk did not take the recording.", last().text());
        assertEquals(Optional.of(nanos(FRAMES - 1)), last().frame());
        lane.runFor(Duration.ofMillis(200));
        assertEquals(Kind.RECORDED, last().kind());
        assertTrue(last().frame().orElseThrow() >= nanos(FRAMES + 100));
    }

    @Test
    void backwardsItShowsKeyFramesUpToTheFirst() {
        record("a");
        projector.order(new Order(1, new Order.Run(new Motion(lane.now, nanos(35), -2, Optional.empty()), true)));
        lane.runFor(Duration.ofSeconds(1));
        assertEquals(List.of(nanos(30), nanos(20), nanos(10), nanos(0)), drawn);
        assertEquals(Optional.of(nanos(0)), last().end().orElseThrow().frame());
    }

    @Test
    void theEndOfAllThatIsRecordedIsTold() {
        record("a");
        projector.order(new Order(1, new Order.Run(new Motion(lane.now, nanos(40), 1, Optional.empty()), false)));
        lane.runFor(Duration.ofSeconds(2));
        assertEquals(nanos(FRAMES - 1), drawn.get(drawn.size() - 1));
        assertEquals(Optional.of(nanos(FRAMES - 1)), last().end().orElseThrow().frame());
    }

    @Test
    void aDecoderThatIsOfNoUseIsReplaced() {
        worthlessDecoders = 1;
        record("a");
        carryOut(1, new Order.Glance(nanos(0)));
        assertEquals(List.of(0, 1), attempts);
        assertEquals(List.of(nanos(0)), drawn);
        carryOut(2, new Order.Stand(nanos(5), false));
        assertEquals(nanos(5), drawn.get(1));
    }

    @Test
    void aBrokenFileIsSaidAndPassed() {
        record("a", "broken", "c");
        carryOut(1, new Order.Stand(nanos(FRAMES + 5), false));
        assertEquals(Kind.FAILED, last().kind());
        assertTrue(last().text().contains("it is broken"), last().text());
        projector.order(
                new Order(2, new Order.Run(new Motion(lane.now, nanos(FRAMES - 2), 4, Optional.empty()), false)));
        lane.runFor(Duration.ofNanos(8 * FakeVideo.STEP));
        assertEquals(Kind.FAILED, last().kind());
        lane.runFor(Duration.ofNanos(10 * FakeVideo.STEP));
        assertEquals(Kind.RECORDED, last().kind());
        assertTrue(drawn.get(drawn.size() - 1) >= nanos(2 * FRAMES));
    }

    @Test
    void nothingOfWhatWasDecodedIsLeft() {
        record("a", "b");
        projector.order(new Order(1, new Order.Run(new Motion(lane.now, nanos(0), 3, Optional.empty()), false)));
        lane.runFor(Duration.ofSeconds(1));
        carryOut(2, new Order.Stand(nanos(3), false));
        CompletableFuture<Void> closed = projector.close();
        lane.runFor(Duration.ofMillis(1));
        assertTrue(closed.isDone());
        assertEquals(0, alive);
    }
}
