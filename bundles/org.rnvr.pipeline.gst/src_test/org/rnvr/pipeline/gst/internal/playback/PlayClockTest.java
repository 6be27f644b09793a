package org.rnvr.pipeline.gst.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayClockTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    private final PlayClock clock = new PlayClock(START);

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 16, -1, -4})
    void theTimeGoesOnByItsRateOnceThePicturesAreThere(double rate) {
        clock.play(rate, 7 * SECOND);
        assertEquals(START, clock.position(9 * SECOND));
        clock.go(9 * SECOND);
        assertEquals(START + Math.round(5 * rate * SECOND), clock.position(14 * SECOND));
        assertEquals(rate, clock.rate());
        assertTrue(clock.isPlaying());
    }

    @Test
    void anotherRateGoesOnFromWhereItIs() {
        clock.play(1, 0);
        clock.go(0);
        clock.play(-2, 10 * SECOND);
        clock.go(11 * SECOND);
        assertEquals(START + 8 * SECOND, clock.position(12 * SECOND));
    }

    @Test
    void itWaitsWhereItGoesWhilePlaying() {
        clock.play(1, 0);
        clock.go(0);
        clock.seek(START - SECOND);
        assertEquals(START - SECOND, clock.position(100 * SECOND));
        clock.go(100 * SECOND);
        assertEquals(START, clock.position(101 * SECOND));
    }

    @Test
    void itStandsStillUntilItPlays() {
        clock.play(1, 0);
        clock.go(0);
        clock.stop(START + 3 * SECOND);
        clock.go(4 * SECOND);
        assertEquals(START + 3 * SECOND, clock.position(50 * SECOND));
        assertFalse(clock.isPlaying());
    }

    @Test
    void aRangeEndsForwardsAtItsEnd() {
        clock.repeat(Optional.of(new PlayClock.Loop(START - 2 * SECOND, START + 4 * SECOND)), 0);
        clock.play(2, 0);
        clock.go(0);
        assertEquals(Optional.empty(), clock.wrap(SECOND));
        assertEquals(START + 4 * SECOND, clock.position(3 * SECOND), "never beyond it");
        assertEquals(Optional.of(START - 2 * SECOND), clock.wrap(3 * SECOND));
    }

    @Test
    void aRangeEndsBackwardsAtItsBeginning() {
        clock.repeat(Optional.of(new PlayClock.Loop(START - 2 * SECOND, START + 4 * SECOND)), 0);
        clock.play(-1, 0);
        clock.go(0);
        assertEquals(Optional.empty(), clock.wrap(SECOND));
        assertEquals(Optional.of(START + 4 * SECOND), clock.wrap(2 * SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, -12, -9",
        "1, -12, -9",
        "16, -3, -9",
        "1, -5, -9",
        "1, -9, -9",
        "1, -7, -7",
        "4, -5.001, -5.001",
        "-1, -12, -5",
        "-4, -3, -5",
        "-16, -9, -5",
        "-1, -5, -5",
        "-0.25, -7, -7",
        "-1, -8.999, -8.999"
    })
    void fromOutsideOfARangeItPlaysFromWhereTheRangeBegins(double rate, double at, double begins) {
        clock.seek(moment(at));
        clock.repeat(Optional.of(new PlayClock.Loop(moment(-9), moment(-5))), 0);
        assertEquals(moment(at), clock.position(0), "it stands where it stands");
        clock.play(rate, 0);
        assertEquals(moment(begins), clock.position(0));
        clock.go(0);
        assertEquals(Optional.empty(), clock.wrap(0));
        long end = Math.round(4 * SECOND / Math.abs(rate));
        assertEquals(moment(rate > 0 ? -5 : -9), clock.position(end), "and to where it ends");
        assertEquals(Optional.of(moment(rate > 0 ? -9 : -5)), clock.wrap(end));
    }

    private static long moment(double seconds) {
        return START + Math.round(seconds * SECOND);
    }

    @Test
    void whilePlayingNothingLeadsOutOfARange() {
        clock.play(1, 0);
        clock.go(0);
        clock.repeat(Optional.of(new PlayClock.Loop(START + 5 * SECOND, START + 9 * SECOND)), SECOND);
        assertEquals(START + 5 * SECOND, clock.position(SECOND));
        clock.seek(START + 20 * SECOND);
        assertEquals(START + 5 * SECOND, clock.position(SECOND));
        clock.seek(START + 6 * SECOND);
        assertEquals(START + 6 * SECOND, clock.position(SECOND));
        clock.play(-2, SECOND);
        assertEquals(START + 6 * SECOND, clock.position(SECOND));
        clock.stop(START + 20 * SECOND);
        assertEquals(START + 20 * SECOND, clock.position(SECOND), "standing, it may be anywhere");
    }

    @Test
    void aRangeOfWhichNotAllIsRecordedIsRepeatedAsFarAsItIs() {
        assertEquals(Optional.empty(), clock.wrapAtEnd(START), "nothing is repeated");
        clock.repeat(Optional.of(new PlayClock.Loop(START, START + 9 * SECOND)), 0);
        clock.play(1, 0);
        assertEquals(Optional.of(START), clock.wrapAtEnd(START + 4 * SECOND));
        assertEquals(Optional.empty(), clock.wrapAtEnd(START), "nothing of it is recorded");
        assertEquals(Optional.empty(), clock.wrapAtEnd(START - SECOND));
        clock.play(-1, 0);
        assertEquals(Optional.of(START + 9 * SECOND), clock.wrapAtEnd(START + 4 * SECOND));
        assertEquals(Optional.empty(), clock.wrapAtEnd(START + 9 * SECOND));
    }

    @Test
    void itIsKnownHowLongAFrameWaits() {
        Motion slow = new Motion(SECOND, START, 0.5, Optional.of(START + 4 * SECOND));
        assertEquals(4 * SECOND, slow.nanosUntil(START + 2 * SECOND, SECOND));
        assertEquals(-2 * SECOND, slow.nanosUntil(START, 3 * SECOND));
        assertTrue(slow.nanosUntil(START + 5 * SECOND, SECOND) > 1_000_000 * SECOND, "beyond the limit never comes");
        Motion back = new Motion(0, START, -2, Optional.empty());
        assertEquals(SECOND, back.nanosUntil(START - 2 * SECOND, 0));
    }
}
