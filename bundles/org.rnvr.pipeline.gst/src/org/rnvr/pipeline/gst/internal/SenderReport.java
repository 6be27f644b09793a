package org.rnvr.pipeline.gst.internal;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * An RTCP sender report (RFC 3550 section 6.4.1) and what the jitter buffer made of the times of the stream.
 *
 * @param baseTimestamp an RTP timestamp of the stream, without overflow
 * @param baseNanos the running time that belongs to it
 * @param clockRate of RTP timestamps, in Hz
 * @param timestamp the RTP timestamp of the report, without overflow
 * @param ntp the NTP timestamp of the report
 */
record SenderReport(long baseTimestamp, long baseNanos, long clockRate, long timestamp, long ntp) {

    /** So much of a report has to be read. */
    static final int LENGTH = 20;

    private static final int PACKET_TYPE = 200;
    private static final int PACKET_TYPE_OFFSET = 1;
    private static final int NTP_OFFSET = 8;
    private static final long NONE = -1;
    /** From 1900, where NTP begins, to 1970. */
    private static final long SECONDS_TO_EPOCH = 2_208_988_800L;

    /** The NTP timestamp of a packet; 0 if it is no sender report. */
    static long ntp(byte[] packet) {
        boolean report = packet.length >= LENGTH && Byte.toUnsignedInt(packet[PACKET_TYPE_OFFSET]) == PACKET_TYPE;
        return report ? ByteBuffer.wrap(packet).getLong(NTP_OFFSET) : 0;
    }

    /**
     * Whether it tells the time of day. A camera that does not know it sends 0, or the time since its start, in which the
     * highest bit is 0.
     */
    boolean tellsTime() {
        return ntp < 0 && clockRate > 0 && baseTimestamp != NONE && baseNanos != NONE && timestamp != NONE;
    }

    /**
     * The same report, related to the times of the stream by another packet.
     *
     * @param packetTimestamp the packet's RTP timestamp, as it is in its header
     * @param packetNanos the running time that belongs to it
     */
    SenderReport from(int packetTimestamp, long packetNanos) {
        long near = baseTimestamp + (packetTimestamp - (int) baseTimestamp);
        return new SenderReport(near, packetNanos, clockRate, timestamp, ntp);
    }

    /** What has to be added to a running time to get the camera's time, in ns since 1970. */
    long nanosFromRunningTime() {
        long seconds = (ntp >>> Integer.SIZE) - SECONDS_TO_EPOCH;
        long fraction = (ntp & 0xffff_ffffL) * TimeUnit.SECONDS.toNanos(1) >>> Integer.SIZE;
        double since = (timestamp - baseTimestamp) * (double) TimeUnit.SECONDS.toNanos(1) / clockRate;
        return TimeUnit.SECONDS.toNanos(seconds) + fraction - (baseNanos + (long) since);
    }
}
