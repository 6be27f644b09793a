package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.detection.testkit.Outage.Kind;
import org.rnvr.detection.testkit.internal.Retransmission;

class OutagesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void typicalOutagesAreCutsGlitchesAndPausesInOrder() {
        Iterator<Outage> outages = Outages.typical().open(4);
        Iterator<Outage> again = Outages.typical().open(4);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        long end = 0;
        int glitches = 0;
        for (int i = 0; i < 1000; i++) {
            Outage outage = outages.next();
            assertEquals(outage, again.next());
            assertTrue(outage.beginNanos() > end);
            end = outage.endNanos();
            kinds.add(outage.kind());
            glitches += outage.isGlitch() ? 1 : 0;
        }
        assertEquals(EnumSet.of(Kind.CUT, Kind.MEDIA_PAUSED), kinds);
        assertEquals(300, glitches, 50);
        assertEquals(1000 * 330.0, end / 1e9, 30_000);
    }

    @Test
    void givenOutagesComeInOrder() {
        Outage first = Outage.at(SECOND, SECOND, Kind.CUT);
        Outage second = Outage.at(Duration.ofSeconds(2), SECOND, Kind.CUT);
        Iterator<Outage> outages = Outages.of(second, first).open(1);
        assertEquals(first, outages.next());
        assertEquals(second, outages.next());
        assertFalse(outages.hasNext());
        assertFalse(Outages.none().open(1).hasNext());
    }

    @Test
    void impossibleOutagesAreRefused() {
        Outage long1 = Outage.at(SECOND, Duration.ofSeconds(3), Kind.CUT);
        Outage within = Outage.at(Duration.ofSeconds(2), SECOND, Kind.CUT);
        assertThrows(IllegalArgumentException.class, () -> Outages.of(long1, within));
        assertThrows(IllegalArgumentException.class, () -> Outage.at(SECOND, Duration.ZERO, Kind.CUT));
        assertThrows(IllegalArgumentException.class, () -> Outage.at(SECOND.negated(), SECOND, Kind.CUT));
        assertThrows(
                IllegalArgumentException.class, () -> Outages.random(SECOND, Duration.ofSeconds(2), SECOND, Kind.CUT));
        assertThrows(IllegalArgumentException.class, () -> Outages.random(Duration.ZERO, SECOND, SECOND, Kind.CUT));
    }

    @Test
    void impossibleTicksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Simulation.HOUR.ticking(Duration.ofMillis(101)));
        assertThrows(IllegalArgumentException.class, () -> Simulation.HOUR.ticking(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Simulation.HOUR.lasting(SECOND.negated()));
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 600", "3, 1400", "4, 3000", "5, 6200", "6, 12600", "11, 324600"})
    void waitsDouble(int number, long millis) {
        assertEquals(millis * 1_000_000, Retransmission.wait(number));
    }

    @ParameterizedTest
    @CsvSource({"100, 200", "200, 200", "201, 600", "3000, 3000", "3001, 6200"})
    void firstRetransmissionAfterTheCutSucceeds(long cut, long millis) {
        assertEquals(millis * 1_000_000 + 7, Retransmission.after(7, cut * 1_000_000 + 7));
    }

    @Test
    void quantilesAreTimesThatOccurred() {
        DetectionTimes times = DetectionTimes.of(4, 1, 3, 2);
        assertEquals(
                new DetectionTimes(
                        4, Duration.ofNanos(2), Duration.ofNanos(4), Duration.ofNanos(4), Duration.ofNanos(4)),
                times);
        assertEquals(0, DetectionTimes.of().count());
    }
}
