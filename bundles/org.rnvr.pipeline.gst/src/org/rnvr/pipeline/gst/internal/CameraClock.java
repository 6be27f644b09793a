package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the camera's own clock says of the frames of a session, by the sender reports of its video. They are taken where
 * the jitter buffer relates them to its times, every few seconds; packets are not touched. The
 * {@code add-reference-timestamp-meta} of rtspsrc does not serve: GStreamer 1.22 adds it for clocks of RFC 7273 only.
 */
final class CameraClock {

    private static final Logger LOG = LoggerFactory.getLogger(CameraClock.class);

    /** {@code new-manager} of rtspsrc. */
    interface NewManager extends Callback {
        void invoke(Pointer source, Pointer manager, Pointer data);
    }

    /** {@code new-jitterbuffer} of rtpbin. */
    interface NewJitterBuffer extends Callback {
        void invoke(Pointer manager, Pointer jitterBuffer, int session, int source, Pointer data);
    }

    /** {@code handle-sync} of rtpjitterbuffer. */
    interface HandleSync extends Callback {
        void invoke(Pointer jitterBuffer, Pointer report, Pointer data);
    }

    private final Predicate<Pointer> isVideo;
    private final HandleSync handleSync = (jitterBuffer, report, data) -> hear(jitterBuffer, report);
    private final NewJitterBuffer newJitterBuffer =
            (manager, jitterBuffer, session, source, data) -> listen(jitterBuffer);
    private final NewManager newManager =
            (source, manager, data) -> connect(manager, "new-jitterbuffer", newJitterBuffer);

    private final List<PadProbe> probes = new CopyOnWriteArrayList<>();
    private final Map<Pointer, FirstPacket> firstPackets = new ConcurrentHashMap<>();
    private volatile Long first;
    private volatile Long last;

    /**
     * Listens to the reports of a source that is not started yet.
     *
     * @param source an rtspsrc, which this outlives
     * @param isVideo whether a pad carries the packets of the video
     */
    CameraClock(Pointer source, Predicate<Pointer> isVideo) {
        this.isVideo = isVideo;
        connect(source, "new-manager", newManager);
    }

    private static void connect(Pointer instance, String signal, Callback handler) {
        Native.setCallbackThreadInitializer(handler, StreamThreads.initializer());
        NativeGObject.INSTANCE.g_signal_connect_data(instance, signal, handler, Pointer.NULL, Pointer.NULL, 0);
    }

    private void listen(Pointer jitterBuffer) {
        connect(jitterBuffer, "handle-sync", handleSync);
        Pointer out = NativeGst.gst_element_get_static_pad(jitterBuffer, "src");
        probes.add(new PadProbe(out, NativeGst.PROBE_TYPE_BUFFER, (type, info) -> {
            FirstPacket packet = FirstPacket.of(NativeGst.probedData(info));
            if (packet.nanos() == NativeGst.CLOCK_TIME_NONE) {
                return NativeGst.PROBE_OK;
            }
            firstPackets.put(jitterBuffer, packet);
            return NativeGst.PROBE_REMOVE;
        }));
        NativeGst.gst_object_unref(out);
    }

    /** The camera's time of a frame that comes now, if it told its time already. Any thread. */
    Optional<Instant> ofPresent(long presentationNanos) {
        return Optional.ofNullable(last).map(offset -> time(presentationNanos + offset));
    }

    /** The camera's time of a frame that came, in the first moments of a session, before it first told its time. Any thread. */
    Optional<Instant> ofPast(long presentationNanos) {
        return Optional.ofNullable(first).map(offset -> time(presentationNanos + offset));
    }

    private static Instant time(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }

    private void hear(Pointer jitterBuffer, Pointer structure) {
        try {
            Pointer sink = NativeGst.gst_element_get_static_pad(jitterBuffer, "sink");
            boolean video = isVideo.test(sink);
            NativeGst.gst_object_unref(sink);
            SenderReport report = read(structure);
            if (video && report.tellsTime()) {
                tell(report, jitterBuffer);
            }
        } catch (RuntimeException e) {
            LOG.error("A sender report could not be read", e);
        }
    }

    /**
     * Once video and audio have both been reported, the jitter buffer shifts what comes, to have them together. It also corrects
     * its times for the delays that it has seen, to which a report relates; the first packet got its time without that.
     */
    private void tell(SenderReport report, Pointer jitterBuffer) {
        LongByReference shift = new LongByReference();
        NativeGObject.INSTANCE.g_object_get(jitterBuffer, "ts-offset", shift, Pointer.NULL);
        if (first == null) {
            FirstPacket packet = firstPackets.get(jitterBuffer);
            first = (packet == null ? report : report.from(packet.timestamp(), packet.nanos())).nanosFromRunningTime();
        }
        last = report.nanosFromRunningTime() - shift.getValue();
    }

    private static SenderReport read(Pointer structure) {
        IntByReference clockRate = new IntByReference();
        NativeGst.gst_structure_get_uint(structure, "clock-rate", clockRate);
        byte[] packet = new byte[SenderReport.LENGTH];
        Pointer buffer = NativeGst.boxed(NativeGst.gst_structure_get_value(structure, "sr-buffer"));
        NativeGst.gst_buffer_extract(buffer, 0, packet, packet.length);
        return new SenderReport(
                number(structure, "base-rtptime"),
                number(structure, "base-time"),
                Integer.toUnsignedLong(clockRate.getValue()),
                number(structure, "sr-ext-rtptime"),
                SenderReport.ntp(packet));
    }

    private static long number(Pointer structure, String field) {
        LongByReference value = new LongByReference();
        NativeGst.gst_structure_get_uint64(structure, field, value);
        return value.getValue();
    }

    /** The RTP timestamp (RFC 3550 section 5.1) of the first packet with a time that left a jitter buffer, and its running time. */
    private record FirstPacket(int timestamp, long nanos) {

        private static final int TIMESTAMP_OFFSET = 4;

        static FirstPacket of(Pointer buffer) {
            byte[] timestamp = new byte[Integer.BYTES];
            NativeGst.gst_buffer_extract(buffer, TIMESTAMP_OFFSET, timestamp, timestamp.length);
            return new FirstPacket(ByteBuffer.wrap(timestamp).getInt(), NativeGst.presentationTime(buffer));
        }
    }
}
