package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the console starts in the configuration {@link Site#AT_START}; {@link OneConsole} awaits its full screen. */
@ExtendWith(OneConsole.class)
class StartTest {

    private final RunningConsole.Sight start;

    StartTest(RunningConsole.Sight start) {
        this.start = start;
    }

    @Test
    void itsWindowIsWhereItWasLeft() {
        assertEquals(new Rectangle(20, 30, 1100, 700), start.window());
    }

    @Test
    void theViewsAreOpenThatWereLeftOpen() {
        assertEquals(Set.of("org.rnvr.console.live", "org.rnvr.console.recording"), start.views());
    }
}
