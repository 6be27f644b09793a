package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpeedTest {

    @Test
    void pressingAgainGoesFaster() {
        Speed speed = Speed.LIFE.forwards(false);
        assertEquals(1, speed.rate());
        assertEquals(2, speed.forwards(true).rate());
        assertEquals(4, speed.forwards(true).forwards(true).rate());
        assertEquals(16, new Speed(16).forwards(true).rate());
    }

    @Test
    void theOtherDirectionBeginsAsLifeGoes() {
        assertEquals(-1, new Speed(8).backwards(true).rate());
        assertEquals(-2, new Speed(-1).backwards(true).rate());
        assertEquals(1, new Speed(-4).forwards(true).rate());
    }

    @Test
    void slowerKeepsTheDirectionAndEnds() {
        assertEquals(0.5, Speed.LIFE.slower().rate());
        assertEquals(0.25, new Speed(0.25).slower().rate());
        assertEquals(-0.5, new Speed(-1).slower().rate());
    }
}
