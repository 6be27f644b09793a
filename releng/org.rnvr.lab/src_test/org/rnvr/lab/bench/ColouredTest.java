package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColouredTest {

    private static final int CONSOLE = 0x20252c;
    private static final int GROUND = 0x732a2d;
    private static final int BALL = 0xffffff;

    @Test
    void aConsoleWithASymbolIsNoPicture() {
        int[] screen = console();
        screen[3] = 0xf0b000;
        Coloured seen = Coloured.in(screen);
        assertEquals(1, seen.pixels().cardinality());
        assertFalse(seen.isPicture());
        assertFalse(seen.movesTo(Coloured.in(console())), "what is no picture does not move");
    }

    @Test
    void aPictureMovesWhenItsBallDoes() {
        Coloured seen = Coloured.in(picture(12));
        assertTrue(seen.isPicture());
        assertFalse(seen.movesTo(Coloured.in(picture(12))), "the same again");
        assertTrue(seen.movesTo(Coloured.in(picture(13))));
        assertFalse(seen.movesTo(Coloured.in(console())), "it has gone");
    }

    private static int[] console() {
        int[] screen = new int[100];
        Arrays.fill(screen, CONSOLE);
        return screen;
    }

    private static int[] picture(int ball) {
        int[] screen = console();
        Arrays.fill(screen, 10, 20, GROUND);
        screen[ball] = BALL;
        return screen;
    }
}
