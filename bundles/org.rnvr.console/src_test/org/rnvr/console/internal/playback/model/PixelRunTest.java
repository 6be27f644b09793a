package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelRunTest {

    private static final int WIDTH = 1000;
    private static final TimeScale DAY = new TimeScale(Footages.DAY, Duration.ofDays(1), WIDTH);

    @Test
    void segmentsThatFollowEachOtherAreOneRun() {
        List<Stretch> stretches = Stretch.of(Footages.day(10_000, Duration.ofMillis(40)));
        assertEquals(1, stretches.size());
        assertEquals(
                List.of(new PixelRun(0, WIDTH - 1)), PixelRun.of(stretches, DAY), "the last frame is not at midnight");
    }

    @Test
    void whatLiesOnOnePixelIsOneRunAndTheWorkIsBoundByPixels() {
        Counted stretches = new Counted(Stretch.of(Footages.day(10_000, Duration.ofSeconds(4))));
        assertEquals(10_000, stretches.size());
        assertEquals(List.of(new PixelRun(0, WIDTH)), PixelRun.of(stretches, DAY));
        int aWholeDay = stretches.reads;
        assertTrue(aWholeDay < WIDTH * 16, "looked at " + aWholeDay);
        stretches.reads = 0;
        List<PixelRun> minute =
                PixelRun.of(stretches, new TimeScale(Footages.DAY.plusSeconds(3600), Duration.ofMinutes(1), WIDTH));
        assertEquals(7, minute.size());
        assertTrue(stretches.reads < 140, "looked at " + stretches.reads);
    }

    @Test
    void whatIsTooShortForAPixelIsSeenAllTheSame() {
        Stretch blink = new Stretch(Footages.DAY.plusSeconds(43_200), Footages.DAY.plusSeconds(43_201), false);
        assertEquals(List.of(new PixelRun(500, 1)), PixelRun.of(List.of(blink), DAY));
    }

    @Test
    void aHoleOfAPixelSeparates() {
        List<Stretch> stretches = List.of(stretch(0, 3_000), stretch(3_200, 6_000));
        assertEquals(List.of(new PixelRun(0, 34), new PixelRun(37, 32)), PixelRun.of(stretches, DAY));
    }

    @Test
    void whatIsNotSeenHasNoRun() {
        TimeScale night = new TimeScale(Footages.DAY.minusSeconds(7200), Duration.ofHours(2), WIDTH);
        assertEquals(List.of(), PixelRun.of(List.of(stretch(0, 600)), night));
        TimeScale evening = new TimeScale(Footages.DAY.plusSeconds(601), Duration.ofHours(2), WIDTH);
        assertEquals(List.of(), PixelRun.of(List.of(stretch(0, 600)), evening));
    }

    private static Stretch stretch(long from, long to) {
        return new Stretch(Footages.DAY.plusSeconds(from), Footages.DAY.plusSeconds(to), false);
    }

    /** Counts how often an element was looked at. */
    private static final class Counted extends AbstractList<Stretch> {

        private final List<Stretch> all;
        private int reads;

        Counted(List<Stretch> all) {
            this.all = all;
        }

        @Override
        public Stretch get(int index) {
            reads++;
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    @Test
    void theMomentInQuestionIsFoundByHalves() {
        Track track = Footages.track(Footages.day(10_000, Duration.ofSeconds(4)));
        Instant moment = Footages.DAY.plusSeconds(43_201);
        assertTrue(track.stretchAt(moment).orElseThrow().to().isAfter(moment));
        assertTrue(track.stretchAt(Footages.DAY.minusSeconds(1)).isEmpty());
    }
}
