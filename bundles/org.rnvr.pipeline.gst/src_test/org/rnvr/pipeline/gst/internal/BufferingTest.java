package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Credentials;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.Layout;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.pipeline.PipelineEvent;

/** A message of GStreamer itself is read as what it is. */
@Timeout(30)
class BufferingTest {

    /** What posts such a message. */
    private interface Posting extends Library {

        Pointer gst_message_new_buffering(Pointer source, int percent);

        int gst_element_post_message(Pointer element, Pointer message);
    }

    private static final StreamingSettings STREAMING = new StreamingSettings(
            new Layout(1, 1),
            StreamingSettings.Osd.DEFAULT,
            true,
            List.of("avdec_h264"),
            1 << 20,
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            DetectionSettings.DEFAULT,
            Transport.TCP,
            true,
            5,
            Duration.ofSeconds(5));

    private static CameraSettings camera(String url) {
        return new CameraSettings(
                "x",
                "x",
                url,
                Credentials.NONE,
                true,
                true,
                true,
                true,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }

    @BeforeAll
    static void start() {
        assertEquals(Optional.empty(), new GstRuntime().problem());
    }

    @Test
    void aMessageOfAPartNamesThePartAndThePercentage() throws Exception {
        Posting posting = Native.load("gstreamer-1.0", Posting.class);
        List<PartMessage> heard = new ArrayList<>();
        Graph graph = new Graph("camera-x", heard::add);
        try {
            GstBin session = new GstBin("session-7");
            Pointer element = GstBin.pointer(session.add("queue2", "buffer"));
            graph.add(session);
            for (int percent : new int[] {0, 42, 100}) {
                Pointer message = posting.gst_message_new_buffering(element, percent);
                assertNotNull(message);
                assertEquals(1, posting.gst_element_post_message(element, message));
            }
            graph.remove(session);
        } finally {
            graph.close();
        }
        assertEquals(List.of(buffering(0), buffering(42), buffering(100)), heard);
    }

    @Test
    void aMessageOfASessionBecomesAnEventOfTheSession() throws Exception {
        Workers workers = new Workers();
        DiskSync sync = new DiskSync();
        // Accepts the connection and says nothing.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GstCameraPipeline pipeline = new GstCameraPipeline(
                    camera("rtsp://127.0.0.1:" + silent.getLocalPort() + "/stream"),
                    STREAMING,
                    new GstRuntime(),
                    workers,
                    sync,
                    new AtomicLong(6),
                    () -> {});
            BlockingQueue<PipelineEvent> events = new LinkedBlockingQueue<>();
            pipeline.listen(events::add);
            long session = pipeline.openSession();
            pipeline.request(() -> {
                pipeline.onMessage(buffering(42));
                pipeline.onMessage(new PartMessage("session-8", "buffer", PartMessage.Kind.BUFFERING, "", 1, "", ""));
                pipeline.onMessage(new PartMessage("view-7", "buffer", PartMessage.Kind.BUFFERING, "", 1, "", ""));
            });
            pipeline.close().toCompletableFuture().join();
            List<PipelineEvent> told = events.stream()
                    .filter(PipelineEvent.Buffering.class::isInstance)
                    .toList();
            assertEquals(1, told.size(), told.toString());
            assertEquals(new PipelineEvent.Buffering(told.get(0).at(), session, 42), told.get(0));
        } finally {
            workers.end();
            sync.end();
        }
    }

    private static PartMessage buffering(int percent) {
        return new PartMessage("session-7", "buffer", PartMessage.Kind.BUFFERING, "", percent, "", "");
    }
}
