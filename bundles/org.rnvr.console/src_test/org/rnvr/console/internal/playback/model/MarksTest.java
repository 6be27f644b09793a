package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.playback.Player;

class MarksTest {

    private static final Instant ONE = Footages.DAY;
    private static final Instant TWO = ONE.plusSeconds(10);

    @Test
    void twoMarksAreARange() {
        assertEquals(Optional.empty(), Marks.NONE.in(ONE).range());
        assertEquals(
                Optional.of(new Player.Range(ONE, TWO)),
                Marks.NONE.in(ONE).out(TWO).range());
        assertEquals(
                Optional.of(new Player.Range(ONE, TWO)),
                Marks.NONE.out(TWO).in(ONE).range());
        assertEquals(
                Optional.of(new Player.Range(ONE, TWO)), Marks.between(TWO, ONE).range());
        assertEquals(Optional.empty(), Marks.between(ONE, ONE).range());
    }

    @Test
    void aMarkOnTheWrongSideReplacesTheOther() {
        assertEquals(
                Optional.empty(), Marks.between(ONE, TWO).in(TWO.plusSeconds(1)).range());
        assertEquals(
                Optional.of(ONE.minusSeconds(1)),
                Marks.between(ONE, TWO).out(ONE.minusSeconds(1)).out());
        assertEquals(
                Optional.empty(),
                Marks.between(ONE, TWO).out(ONE.minusSeconds(1)).in());
    }
}
