package org.rnvr.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.rnvr.config.UiSettings.WindowBounds;

class WindowPlaceTest {

    private static final Rectangle LEFT = new Rectangle(0, 0, 1920, 1080);
    private static final Rectangle RIGHT = new Rectangle(1920, 0, 1600, 900);

    @Test
    void opensInTheMiddleForTheFirstTime() {
        assertEquals(new Rectangle(320, 140, 1280, 800), WindowPlace.on(List.of(LEFT, RIGHT), Optional.empty()));
        Rectangle small = new Rectangle(0, 0, 800, 600);
        assertEquals(small, WindowPlace.on(List.of(small), Optional.empty()));
    }

    @Test
    void opensWhereItWas() {
        assertEquals(new Rectangle(2000, 50, 1000, 700), place(2000, 50, 1000, 700));
    }

    @Test
    void comesBackOntoTheScreenThatHoldsMostOfIt() {
        assertEquals(new Rectangle(2520, 200, 1000, 700), place(3000, 300, 1000, 700));
        assertEquals(new Rectangle(0, 0, 1000, 700), place(-200, -40, 1000, 700));
    }

    @Test
    void isNeverLargerThanTheScreen() {
        assertEquals(LEFT, place(-100, -100, 4000, 3000));
    }

    @Test
    void opensInTheMiddleWhenItsScreenIsGone() {
        assertEquals(new Rectangle(320, 140, 1280, 800), place(9000, 9000, 1000, 700));
    }

    private static Rectangle place(int x, int y, int width, int height) {
        return WindowPlace.on(List.of(LEFT, RIGHT), Optional.of(new WindowBounds(x, y, width, height)));
    }
}
