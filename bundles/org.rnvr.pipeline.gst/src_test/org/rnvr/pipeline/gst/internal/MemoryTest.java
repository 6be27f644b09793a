package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.MediaDescription;

/** Groups of four frames, a frame each 250 ms, audio between them. */
class MemoryTest {

    private static final long FRAME_NANOS = 250_000_000;
    private static final int GROUP = 4;
    private static final long VIDEO_BYTES = 10_000;
    private static final long AUDIO_BYTES = 100;
    private static final long GROUP_BYTES = GROUP * (VIDEO_BYTES + Memory.OVERHEAD_BYTES);
    private static final long PLENTY = 1L << 30;
    private static final long AUDIO = 1_000_000;
    private static final long EVENT = 2_000_000;

    private final Map<Long, Integer> held = new TreeMap<>();
    private final Memory memory = new Memory(new Memory.References() {
        @Override
        public void add(long address) {
            held.merge(address, 1, Integer::sum);
        }

        @Override
        public void remove(long address) {
            assertTrue(held.getOrDefault(address, 0) > 0, address + " is not held");
            held.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        }
    });

    private long next;

    @AfterEach
    void everythingIsLetGoOf() {
        memory.bound(Duration.ZERO, PLENTY);
        assertEquals(Map.of(), held);
        assertEquals(0, memory.bytes());
        assertFalse(memory.isWanted());
    }

    private Kept begin(long session) {
        held.put(EVENT + session, 1);
        next = (next + GROUP - 1) / GROUP * GROUP;
        Kept kept = memory.begin(
                new Kept.Origin(
                        session,
                        new MediaFormat(VideoCodec.H264, Optional.empty()),
                        new MediaDescription("h264", 1, 1, Optional.empty(), Transport.TCP),
                        null),
                List.of(EVENT + session),
                frame());
        return kept;
    }

    private Kept.Item frame() {
        long frame = next++;
        return new Kept.Item(frame, frame % GROUP == 0, frame * FRAME_NANOS, frame * FRAME_NANOS, VIDEO_BYTES);
    }

    private void add(Kept kept, int frames) {
        for (int i = 0; i < frames; i++) {
            memory.addVideo(kept, frame());
        }
    }

    private void addAudio(Kept kept, long presentationNanos) {
        memory.addAudio(
                kept, new Kept.Item(AUDIO + presentationNanos, true, 0, presentationNanos, AUDIO_BYTES), List.of());
    }

    private List<Long> addresses(Memory.Contents contents) {
        contents.buffers().forEach(item -> held.computeIfPresent(item.address(), (key, count) -> count - 1));
        contents.events().forEach(event -> held.computeIfPresent(event, (key, count) -> count - 1));
        return contents.buffers().stream().map(Kept.Item::address).toList();
    }

    private long first(Kept kept) {
        return addresses(memory.video(kept)).get(0);
    }

    @Test
    void whatRemainsReachesBackAsFarAsWanted() {
        memory.bound(Duration.ofSeconds(3), PLENTY);
        Kept kept = begin(1);
        while (next < 200) {
            add(kept, 1);
            long age = (next - 1 - first(kept)) * FRAME_NANOS;
            assertEquals(0, first(kept) % GROUP, "begins with a key frame");
            assertTrue(next < 13 || age >= 3_000_000_000L, "reaches back " + age);
            assertTrue(age < 4_000_000_000L, "reaches back " + age);
        }
    }

    @Test
    void theBytesAreBoundedWhateverTheTime() {
        memory.bound(Duration.ofHours(1), 3 * GROUP_BYTES);
        Kept kept = begin(1);
        while (next < 200) {
            add(kept, 1);
            assertTrue(memory.bytes() <= 3 * GROUP_BYTES);
            assertTrue(next < 12 || memory.bytes() > 2 * GROUP_BYTES);
            assertEquals(0, first(kept) % GROUP);
        }
    }

    @Test
    void aGroupThatIsTooLargeIsNotKept() {
        memory.bound(Duration.ofHours(1), GROUP_BYTES - 1);
        Kept kept = begin(1);
        add(kept, GROUP - 2);
        assertTrue(memory.isOpen(kept));
        add(kept, 1);
        assertFalse(memory.isOpen(kept));
        assertEquals(Map.of(), held);
        add(kept, GROUP);
        assertEquals(Map.of(), held);
    }

    @Test
    void whatIsKeptOutlivesItsSessionWithinTheBoundsOverAll() {
        memory.bound(Duration.ofMillis(3750), PLENTY);
        Kept old = begin(1);
        add(old, 2 * GROUP - 1);
        memory.end(old);
        assertEquals(List.of(old), memory.waiting());
        Kept live = begin(2);
        add(live, 2 * GROUP - 1);
        assertEquals(0, first(old));
        assertEquals(List.of(old), memory.waiting());
        add(live, GROUP);
        assertEquals(GROUP, first(old));
        add(live, GROUP);
        assertEquals(List.of(), memory.waiting());
        assertEquals(2 * GROUP, first(live));
    }

    @Test
    void nothingGoesForTimeAloneWhileNothingComes() {
        memory.bound(Duration.ofSeconds(1), PLENTY);
        Kept old = begin(1);
        memory.end(old);
        next += 1000 * GROUP;
        assertEquals(List.of(old), memory.waiting());
    }

    @Test
    void whatIsOverGetsNothingMore() {
        memory.bound(Duration.ofSeconds(10), PLENTY);
        Kept old = begin(1);
        memory.end(old);
        add(old, GROUP);
        addAudio(old, 0);
        assertEquals(List.of(0L), addresses(memory.video(old)));
        assertEquals(List.of(), addresses(memory.audio(old)));
    }

    @Test
    void audioGoesWithTheVideoItBelongsTo() {
        memory.bound(Duration.ofSeconds(2), PLENTY);
        Kept kept = begin(1);
        for (int i = 0; i < 10 * GROUP; i++) {
            addAudio(kept, next * FRAME_NANOS - 1);
            add(kept, 1);
        }
        long start = first(kept) * FRAME_NANOS;
        List<Long> audio = addresses(memory.audio(kept));
        assertEquals(next - first(kept) - 1, audio.size());
        assertEquals(AUDIO + start + FRAME_NANOS - 1, audio.get(0));
    }

    @Test
    void audioWithoutVideoIsBoundedToo() {
        memory.bound(Duration.ofHours(1), 10 * GROUP_BYTES);
        Kept kept = begin(1);
        for (int i = 0; i < 10_000; i++) {
            addAudio(kept, i);
            assertTrue(memory.bytes() <= 10 * GROUP_BYTES);
        }
    }

    @Test
    void whileAFileIsWrittenOnlyWhatItMayLackIsKept() {
        memory.bound(Duration.ofSeconds(60), PLENTY);
        Kept kept = begin(1);
        memory.setTaken(kept, true);
        add(kept, 10 * GROUP);
        memory.written(kept, 1_000_000_000L, 3 * GROUP * VIDEO_BYTES);
        assertEquals(7 * GROUP, first(kept), "what waits for the disk");
        memory.written(kept, 1_000_000_000L, 0);
        assertEquals(9 * GROUP, first(kept), "a second");
        memory.written(kept, 0, 0);
        assertEquals(10 * GROUP, first(kept), "the group of pictures that is under way");
    }

    @Test
    void whatAFileGetsIsNotWaiting() {
        memory.bound(Duration.ofSeconds(60), PLENTY);
        Kept kept = begin(1);
        memory.setTaken(kept, true);
        memory.end(kept);
        assertEquals(List.of(), memory.waiting());
        memory.setTaken(kept, false);
        assertEquals(List.of(kept), memory.waiting());
        memory.forget(kept);
        assertEquals(List.of(), memory.waiting());
        assertEquals(Map.of(), held);
    }

    @Test
    void whatIsHandedOutStaysValidWhenItIsForgotten() {
        memory.bound(Duration.ofSeconds(60), PLENTY);
        Kept kept = begin(1);
        add(kept, 3);
        Memory.Contents contents = memory.video(kept);
        memory.bound(Duration.ZERO, PLENTY);
        assertEquals(5, held.size(), "four frames and an event");
        contents.buffers().forEach(item -> held.remove(item.address()));
        contents.events().forEach(held::remove);
        assertEquals(Memory.Contents.NOTHING, memory.video(kept));
    }

    @Test
    void narrowerBoundsHoldAtOnce() {
        memory.bound(Duration.ofSeconds(60), PLENTY);
        Kept kept = begin(1);
        add(kept, 10 * GROUP);
        memory.bound(Duration.ofSeconds(60), 2 * GROUP_BYTES);
        assertTrue(memory.bytes() <= 2 * GROUP_BYTES);
        memory.bound(Duration.ofSeconds(0), PLENTY);
        assertEquals(0, memory.bytes());
        begin(2);
        assertEquals(Map.of(), held);
    }
}
