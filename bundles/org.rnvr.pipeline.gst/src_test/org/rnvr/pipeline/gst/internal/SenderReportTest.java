package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SenderReportTest {

    /** 2024-01-01T00:00:00.5Z. */
    private static final long NTP = 3_913_056_000L << 32 | 1L << 31;

    private static final long HOUR_AT_90_KHZ = 3600 * 90_000L;

    private static Instant time(SenderReport report, long runningTime) {
        return Instant.EPOCH.plusNanos(report.nanosFromRunningTime() + runningTime);
    }

    @Test
    void theReportGivesTheTimeOfItsTimestamp() {
        SenderReport report = new SenderReport(1000, 7_000_000_000L, 90_000, 1000 + HOUR_AT_90_KHZ, NTP);
        assertTrue(report.tellsTime());
        long runningTime = 3_607_000_000_000L;
        assertEquals(Instant.parse("2024-01-01T00:00:00.500Z"), time(report, runningTime));
        assertEquals(Instant.parse("2024-01-01T00:00:02.500Z"), time(report, runningTime + 2_000_000_000L));
    }

    @Test
    void theReportMayBeOfATimeBeforeTheFirstFrame() {
        SenderReport report = new SenderReport(1L << 32, 5_000_000_000L, 90_000, (1L << 32) - 90_000, NTP);
        assertEquals(Instant.parse("2024-01-01T00:00:00.500Z"), time(report, 4_000_000_000L));
    }

    @Test
    void anotherPacketMayGiveTheTimesOfTheStream() {
        SenderReport report = new SenderReport(1L << 32, 5_000_000_000L, 90_000, (1L << 32) + 90_000, NTP);
        SenderReport later = report.from(45_000, 5_460_000_000L);
        assertEquals(Instant.parse("2024-01-01T00:00:00.500Z"), time(later, 5_960_000_000L));
        SenderReport beforeTheOverflow = report.from(-45_000, 4_540_000_000L);
        assertEquals(Instant.parse("2024-01-01T00:00:00.500Z"), time(beforeTheOverflow, 6_040_000_000L));
    }

    @Test
    void aCameraWithoutTheTimeOfDayTellsNone() {
        assertFalse(new SenderReport(1, 1, 90_000, 1, 0).tellsTime());
        assertFalse(new SenderReport(1, 1, 90_000, 1, 86_400L << 32).tellsTime(), "a day since its start");
    }

    @Test
    void whatTheJitterBufferCouldNotRelateTellsNone() {
        assertFalse(new SenderReport(-1, 1, 90_000, 1, NTP).tellsTime());
        assertFalse(new SenderReport(1, -1, 90_000, 1, NTP).tellsTime());
        assertFalse(new SenderReport(1, 1, 90_000, -1, NTP).tellsTime());
        assertFalse(new SenderReport(1, 1, -1, 1, NTP).tellsTime());
    }

    @Test
    void packets() {
        byte[] packet = new byte[SenderReport.LENGTH];
        ByteBuffer.wrap(packet).put(1, (byte) 200).putLong(8, NTP);
        assertEquals(NTP, SenderReport.ntp(packet));
        packet[1] = (byte) 201;
        assertEquals(0, SenderReport.ntp(packet), "a receiver report");
        assertEquals(0, SenderReport.ntp(new byte[8]));
    }
}
