package org.rnvr.monitor.internal.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedTimeTest {

    private static final long START = ms(1_000_000);

    private final WatchedTime time = new WatchedTime(START);

    private static long ms(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void runsAsTheMachinesWhileTicksCome() {
        for (long now = 0; now <= 5000; now += 50) {
            assertEquals(START + ms(now), time.tick(START + ms(now)));
            assertEquals(START + ms(now + 20), time.at(START + ms(now + 20)));
        }
        assertEquals(START + ms(4990), time.at(START + ms(4990)));
    }

    @Test
    void standstillCountsAsALittle() {
        time.tick(START + ms(50));
        assertEquals(START + ms(200), time.tick(START + ms(60_050)));
        assertEquals(START + ms(250), time.tick(START + ms(60_100)));
    }

    @Test
    void readingsKeepTheirOrderAcrossAStandstill() {
        time.tick(START + ms(50));
        time.tick(START + ms(60_050));
        assertEquals(START + ms(30), time.at(START + ms(30)), "before it");
        assertEquals(START + ms(110), time.at(START + ms(110)), "at its beginning");
        assertEquals(START + ms(200), time.at(START + ms(30_000)), "in it");
        assertEquals(START + ms(200), time.at(START + ms(60_050)), "at its end");
        assertEquals(START + ms(210), time.at(START + ms(60_060)), "after it");
        long last = Long.MIN_VALUE;
        for (long reading = 0; reading < 60_300; reading += 10) {
            long at = time.at(START + ms(reading));
            assertEquals(true, at >= last, "at " + reading);
            last = at;
        }
    }

    @Test
    void betweenTicksAStandstillIsNotBelievedEither() {
        time.tick(START + ms(50));
        long during = time.at(START + ms(9000));
        assertEquals(START + ms(200), during);
        assertEquals(during, time.tick(START + ms(9000)));
    }

    @Test
    void clockReadingsMayWrapAround() {
        WatchedTime late = new WatchedTime(Long.MAX_VALUE - ms(10));
        assertEquals(Long.MAX_VALUE - ms(10) + ms(50), late.tick(Long.MAX_VALUE - ms(10) + ms(50)));
    }
}
