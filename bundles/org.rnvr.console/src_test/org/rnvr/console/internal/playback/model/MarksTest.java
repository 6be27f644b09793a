package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

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
    void anEndBeforeTheBeginningIsTheBeginning() {
        Optional<Player.Range> range = Optional.of(new Player.Range(ONE, TWO));
        assertEquals(range, Marks.NONE.in(TWO).out(ONE).range());
        assertEquals(range, Marks.NONE.out(ONE).in(TWO).range());
    }

    @Test
    void anEndWhereTheBeginningIsChangesNothing() {
        Marks begun = Marks.NONE.in(ONE);
        assertSame(begun, begun.out(ONE));
        Marks ended = Marks.NONE.out(ONE);
        assertSame(ended, ended.in(ONE));
        Marks both = Marks.between(ONE, TWO);
        assertSame(both, both.in(TWO));
        assertSame(both, both.out(ONE));
    }

    @Test
    void aMarkOnTheWrongSideOfARangeBeginsAnother() {
        Instant before = ONE.minusSeconds(1);
        Instant after = TWO.plusSeconds(1);
        assertEquals(
                new Marks(Optional.of(after), Optional.empty()),
                Marks.between(ONE, TWO).in(after));
        assertEquals(
                new Marks(Optional.empty(), Optional.of(before)),
                Marks.between(ONE, TWO).out(before));
    }

    @Test
    void aMarkWithinARangeMovesOneOfItsEnds() {
        Instant within = ONE.plusSeconds(5);
        assertEquals(Marks.between(within, TWO), Marks.between(ONE, TWO).in(within));
        assertEquals(Marks.between(ONE, within), Marks.between(ONE, TWO).out(within));
    }
}
