package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdlenessTest {

    @Test
    void timeRunsFromTheLastMovement() {
        Idleness mouse = new Idleness("here", 0);
        assertEquals(Duration.ofNanos(7), mouse.at("here", 7));
        assertEquals(Duration.ZERO, mouse.at("there", 9));
        assertEquals(Duration.ofNanos(3), mouse.at("there", 12));
        assertEquals(Duration.ZERO, mouse.at("here", 13), "back where it was is moved too");
    }
}
