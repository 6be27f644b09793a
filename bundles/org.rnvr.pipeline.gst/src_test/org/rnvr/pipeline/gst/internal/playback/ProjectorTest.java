package org.rnvr.pipeline.gst.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
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
    private final List<Sight> sights = new ArrayList<>();
    private int questions;
    private final CountingEquipment equipment = new CountingEquipment(0);
    private final Projector projector = projector(equipment);

    private Projector projector(Equipment shownWith) {
        return new Projector(
                "a",
                shownWith,
                new Roll("a", this::timeline, this::video, lane::now),
                lane,
                Runnable::run,
                lane::now,
                sights::add);
    }

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
        assertEquals(List.of(nanos(90)), equipment.drawn());
        assertEquals(1, equipment.decoded());
        assertEquals(99, last().order());
        assertEquals(Kind.RECORDED, last().kind());
    }

    @Test
    void aGlanceThatNeedsNoOtherPictureDecodesNothing() {
        record("a");
        for (int i = 0; i < 5; i++) {
            carryOut(i, new Order.Glance(nanos(10 + i)));
        }
        assertEquals(List.of(nanos(10)), equipment.drawn());
        assertEquals(1, equipment.decoded());
        assertEquals(1, questions);
    }

    @Test
    void aMomentIsDecodedFromTheKeyFrameBefore() {
        record("a");
        carryOut(1, new Order.Stand(nanos(25.5), false));
        assertEquals(List.of(nanos(25)), equipment.drawn());
        assertEquals(7, equipment.decoded(), "20 to 25, and the one that brings it out");
        carryOut(2, new Order.Stand(nanos(27), false));
        assertEquals(List.of(nanos(25), nanos(27)), equipment.drawn());
        assertEquals(9, equipment.decoded(), "what was begun goes on");
        carryOut(3, new Order.Stand(nanos(26), false));
        assertEquals(nanos(26), equipment.drawn().get(2));
    }

    @Test
    void itPlaysEveryFrameAtItsTimeOverABorder() {
        record("a", "b");
        carryOut(1, new Order.Stand(nanos(45), true));
        equipment.drawn().clear();
        projector.order(new Order(2, new Order.Run(new Motion(lane.now(), nanos(45), 1, Optional.empty()), false)));
        lane.runFor(Duration.ofNanos(10 * FakeVideo.STEP + 1));
        List<Long> expected = new ArrayList<>();
        for (int i = 46; i <= 55; i++) {
            expected.add(nanos(i));
        }
        assertEquals(expected, equipment.drawn());
    }

    @Test
    void inAGapTheLastPictureStays() {
        record("a");
        segments.add(FakeVideo.segment("b", at(FRAMES + 100), FRAMES));
        gaps.add(new RecordedGap("a", at(FRAMES - 1), at(FRAMES + 100), "storage"));
        projector.order(new Order(1, new Order.Run(new Motion(lane.now(), nanos(40), 4, Optional.empty()), false)));
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
        projector.order(new Order(1, new Order.Run(new Motion(lane.now(), nanos(35), -2, Optional.empty()), true)));
        lane.runFor(Duration.ofSeconds(1));
        assertEquals(List.of(nanos(30), nanos(20), nanos(10), nanos(0)), equipment.drawn());
        assertEquals(Optional.of(nanos(0)), last().end().orElseThrow().frame());
    }

    @Test
    void theEndOfAllThatIsRecordedIsTold() {
        record("a");
        projector.order(new Order(1, new Order.Run(new Motion(lane.now(), nanos(40), 1, Optional.empty()), false)));
        lane.runFor(Duration.ofSeconds(2));
        assertEquals(nanos(FRAMES - 1), equipment.drawn().get(equipment.drawn().size() - 1));
        assertEquals(Optional.of(nanos(FRAMES - 1)), last().end().orElseThrow().frame());
    }

    @Test
    void aDecoderThatIsOfNoUseIsReplaced() {
        CountingEquipment poor = new CountingEquipment(1);
        Projector patient = projector(poor);
        record("a");
        patient.order(new Order(1, new Order.Glance(nanos(0))));
        lane.runFor(Duration.ofMillis(1));
        assertEquals(List.of(0, 1), poor.attempts());
        assertEquals(List.of(nanos(0)), poor.drawn());
        patient.order(new Order(2, new Order.Stand(nanos(5), false)));
        lane.runFor(Duration.ofMillis(1));
        assertEquals(nanos(5), poor.drawn().get(1));
    }

    @Test
    void aBrokenFileIsSaidAndPassed() {
        record("a", "broken", "c");
        carryOut(1, new Order.Stand(nanos(FRAMES + 5), false));
        assertEquals(Kind.FAILED, last().kind());
        assertTrue(last().text().contains("it is broken"), last().text());
        projector.order(
                new Order(2, new Order.Run(new Motion(lane.now(), nanos(FRAMES - 2), 4, Optional.empty()), false)));
        lane.runFor(Duration.ofNanos(8 * FakeVideo.STEP));
        assertEquals(Kind.FAILED, last().kind());
        lane.runFor(Duration.ofNanos(10 * FakeVideo.STEP));
        assertEquals(Kind.RECORDED, last().kind());
        assertTrue(equipment.drawn().get(equipment.drawn().size() - 1) >= nanos(2 * FRAMES));
    }

    @Test
    void nothingOfWhatWasDecodedIsLeft() {
        record("a", "b");
        projector.order(new Order(1, new Order.Run(new Motion(lane.now(), nanos(0), 3, Optional.empty()), false)));
        lane.runFor(Duration.ofSeconds(1));
        carryOut(2, new Order.Stand(nanos(3), false));
        CompletableFuture<Void> closed = projector.close();
        lane.runFor(Duration.ofMillis(1));
        assertTrue(closed.isDone());
        assertEquals(0, equipment.alive());
    }
}
