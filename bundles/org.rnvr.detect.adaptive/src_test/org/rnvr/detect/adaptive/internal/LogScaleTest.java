package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogScaleTest {

    @Test
    void bucketsFollowOneAnotherWithoutGap() {
        for (int bucket = 0; bucket < LogScale.BUCKETS; bucket++) {
            long from = LogScale.lower(bucket);
            long to = LogScale.lower(bucket + 1);
            assertEquals(bucket, LogScale.bucket(from));
            assertEquals(bucket, LogScale.bucket(to - 1));
            assertTrue(to <= from * 1.032, "bucket " + bucket + " is too wide");
        }
    }

    @Test
    void scaleReachesFromMillisecondsToAMinute() {
        assertEquals(-1, LogScale.bucket(LogScale.LEAST - 1));
        assertEquals(0, LogScale.bucket(LogScale.LEAST));
        assertTrue(LogScale.bucket(Duration.ofSeconds(60).toNanos()) < LogScale.BUCKETS - 1);
        assertEquals(LogScale.BUCKETS - 1, LogScale.bucket(Duration.ofDays(1).toNanos()));
    }
}
