package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.function.Consumer;
import org.freedesktop.gstreamer.Clock;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.State;

/** The GStreamer pipeline of one camera: always playing, with parts that come and go. */
final class Graph {

    private final Pipeline pipeline;
    private final BusTap bus;
    private final Clock clock;
    private final long baseTime;

    /**
     * Starts an empty pipeline.
     *
     * @param name its name
     * @param messages hears of what its parts report, on any thread
     */
    Graph(String name, Consumer<PartMessage> messages) {
        pipeline = new Pipeline(name);
        bus = new BusTap(GstBin.pointer(pipeline), name, messages);
        pipeline.play();
        // The system's clock, shared with all other pipelines: never disposed.
        clock = pipeline.getClock();
        // The clock must not change when a part that has one of its own comes or goes: running time has to go on
        // evenly.
        pipeline.useClock(clock);
        baseTime = pipeline.getBaseTime();
    }

    /** Adds a part without starting it. Its pads can be linked from then on: being added undoes every link. */
    void add(GstBin part) {
        pipeline.add(part.bin());
    }

    /**
     * Starts a part.
     *
     * @return false if it cannot; then it says why on the bus, and nothing may be sent into it
     */
    boolean start(GstBin part) {
        return part.bin().syncStateWithParent();
    }

    /** Adds a tee that tolerates having no branch. */
    Element addTee(String name) throws MissingElementException {
        Element tee = GstBin.make("tee", name);
        tee.set("allow-not-linked", true);
        pipeline.add(tee);
        tee.syncStateWithParent();
        return tee;
    }

    /** Takes a part out that was stopped, and releases it. */
    void remove(GstBin part) {
        pipeline.remove(part.bin());
        part.release();
    }

    void remove(Element element) {
        element.setLockedState(true);
        element.setState(State.NULL);
        pipeline.remove(element);
        element.dispose();
    }

    long runningTime() {
        return clock.getTime() - baseTime;
    }

    /** Stops and releases the pipeline; may block. */
    void close() {
        pipeline.setState(State.NULL);
        bus.close();
        pipeline.dispose();
    }

    static void unlink(Pointer source) {
        Pointer sink = NativeGst.gst_pad_get_peer(source);
        if (sink != null) {
            NativeGst.gst_pad_unlink(source, sink);
            NativeGst.gst_object_unref(sink);
        }
    }
}
