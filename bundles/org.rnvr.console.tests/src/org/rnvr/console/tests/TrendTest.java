package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What counts as growth. */
class TrendTest {

    @Test
    void whatStaysOrGoesUpAndDownDoesNotGrow() {
        assertFalse(trend(7, 7, 7, 7, 7, 7).grows());
        assertFalse(trend(7, 9, 8, 7, 9, 8).grows());
        assertFalse(trend(9, 8, 7, 6, 5, 4).grows());
        assertFalse(trend(5, 9, 5, 6, 7, 8).grows(), "as much was seen before");
    }

    @Test
    void whatLosesALittleEachTimeGrows() {
        assertTrue(trend(7, 8, 9, 10, 11, 12).grows());
        assertTrue(trend(70, 73, 71, 74, 74, 75).grows());
        assertTrue(trend(7, 7, 8, 8, 8, 8, 8, 9).grows(), "a third is two of eight");
    }

    @Test
    void fewValuesAreNone() {
        assertEquals(
                "2 values have no trend",
                assertThrows(IllegalArgumentException.class, () -> trend(1, 2)).getMessage());
    }

    private static Trend trend(long... values) {
        return new Trend(List.copyOf(LongStream.of(values).boxed().toList()));
    }
}
