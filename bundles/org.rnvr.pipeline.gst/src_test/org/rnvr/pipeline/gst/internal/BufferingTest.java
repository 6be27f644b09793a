package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message of GStreamer itself is read as what it is. */
@Timeout(30)
class BufferingTest {

    /** What posts such a message. */
    private interface Posting extends Library {

        Pointer gst_message_new_buffering(Pointer source, int percent);

        int gst_element_post_message(Pointer element, Pointer message);
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

    private static PartMessage buffering(int percent) {
        return new PartMessage("session-7", "buffer", PartMessage.Kind.BUFFERING, "", percent, "", "");
    }
}
