package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames are their numbers. */
class NewestGroupTest {

    private static final long FRAME_BYTES = 10_000;
    private static final int MOST = 5;

    private final List<Long> held = new ArrayList<>();
    private final NewestGroup group = new NewestGroup(
            new Memory.References() {
                @Override
                public void add(long address) {
                    held.add(address);
                }

                @Override
                public void remove(long address) {
                    assertTrue(held.remove(address), address + " is not held");
                }
            },
            MOST * (FRAME_BYTES + Memory.OVERHEAD_BYTES));

    @AfterEach
    void everythingIsLetGoOf() {
        group.forget();
        assertEquals(List.of(), held);
    }

    private void add(long frame, boolean key) {
        group.add(new Kept.Item(frame, key, frame, frame, FRAME_BYTES));
    }

    private void addGroup(long first, long last) {
        add(first, true);
        LongStream.rangeClosed(first + 1, last).forEach(frame -> add(frame, false));
    }

    private List<Long> before(long frame) {
        List<Long> frames =
                group.before(frame).buffers().stream().map(Kept.Item::address).toList();
        frames.forEach(address -> assertTrue(held.remove(address), address + " was not held on to"));
        return frames;
    }

    @Test
    void allThatPrecedesAFrameIsThereInOrder() {
        addGroup(1, 3);
        assertEquals(List.of(1L, 2L), before(3));
        add(4, false);
        assertEquals(List.of(1L, 2L, 3L), before(4));
    }

    @Test
    void aKeyFrameTakesThePlaceOfWhatCameBeforeIt() {
        addGroup(1, 3);
        add(4, true);
        assertEquals(List.of(4L), held);
        assertEquals(List.of(), before(4));
        add(5, false);
        assertEquals(List.of(4L), before(5));
    }

    @Test
    void nothingIsKeptBeforeTheFirstKeyFrame() {
        add(1, false);
        add(2, false);
        assertEquals(List.of(), held);
        assertEquals(List.of(), before(2));
    }

    @Test
    void aFrameThatIsNotTheLastOneHasNothingBeforeIt() {
        addGroup(1, 3);
        assertEquals(List.of(), before(2));
        assertEquals(List.of(), before(9));
    }

    @Test
    void ofAGroupThatIsTooLargeNothingIsKeptUntilTheNextOne() {
        addGroup(1, MOST);
        assertEquals(MOST - 1, before(MOST).size());
        add(MOST + 1, false);
        add(MOST + 2, false);
        assertEquals(List.of(), held);
        assertEquals(List.of(), before(MOST + 2));
        addGroup(20, 21);
        assertEquals(List.of(20L), before(21));
    }

    @Test
    void whatIsHandedOutStaysValid() {
        addGroup(1, 3);
        List<Kept.Item> handedOut = group.before(3).buffers();
        group.forget();
        assertEquals(List.of(1L, 2L), held);
        handedOut.forEach(item -> held.remove(item.address()));
    }
}
