package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class NewWallHandlerTest {

    private static final Rectangle LEFT = new Rectangle(0, 0, 1920, 1080);
    private static final Rectangle RIGHT = new Rectangle(1920, 0, 1600, 900);
    private static final Rectangle MIDDLE_OF_LEFT = new Rectangle(480, 270, 960, 540);

    @Test
    void takesAllOfAScreenThatIsFree() {
        assertEquals(RIGHT, NewWallHandler.place(List.of(LEFT), List.of(LEFT, RIGHT), LEFT));
        assertEquals(LEFT, NewWallHandler.place(List.of(RIGHT), List.of(LEFT, RIGHT), RIGHT));
    }

    @Test
    void coversNothingWhollyWhereNoScreenIsFree() {
        assertEquals(MIDDLE_OF_LEFT, NewWallHandler.place(List.of(LEFT), List.of(LEFT), LEFT));
        assertEquals(MIDDLE_OF_LEFT, NewWallHandler.place(List.of(LEFT, RIGHT), List.of(LEFT, RIGHT), LEFT));
    }
}
