package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.GstException;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.StateChangeReturn;
import org.freedesktop.gstreamer.glib.Natives;

/** A pipeline whose frames come from Java. For one thread. Nothing of it is left when it is closed. */
final class FedPipeline implements AutoCloseable {

    private final Pipeline pipeline;
    private final Pointer bus;
    private final List<Element> elements = new ArrayList<>();
    private final List<Inlet> inlets = new ArrayList<>();
    private boolean closed;

    /**
     * Makes a pipeline.
     *
     * @param description as gst-launch takes it
     * @throws IOException if an element is not installed
     */
    FedPipeline(String description) throws IOException {
        try {
            pipeline = (Pipeline) Gst.parseLaunch(description);
        } catch (GstException e) {
            throw new IOException("GStreamer lacks something: " + e.getMessage(), e);
        }
        bus = NativeMedia.gst_element_get_bus(Natives.getRawPointer(pipeline));
        // The library takes messages away for its own dispatching; here they are waited for.
        NativeMedia.gst_bus_set_sync_handler(bus, Pointer.NULL, Pointer.NULL, Pointer.NULL);
    }

    Element element(String name) {
        Element element = pipeline.getElementByName(name);
        elements.add(element);
        return element;
    }

    void start() throws IOException {
        if (pipeline.setState(State.PLAYING) == StateChangeReturn.FAILURE) {
            throw failure();
        }
    }

    /**
     * A way in.
     *
     * @param queue name of the element that takes the frames
     * @param caps how they are coded
     * @param segment what their times mean
     */
    Feed feed(String queue, String caps, Pointer segment) {
        Inlet inlet = inlet(queue);
        inlet.caps(caps);
        inlet.event(segment);
        return new Feed(this, elements.get(elements.size() - 1), inlet);
    }

    /** A way into an element, in which nothing was said yet. */
    Inlet inlet(String name) {
        Inlet inlet = new Inlet(element(name));
        inlets.add(inlet);
        return inlet;
    }

    /** Waits until everything is through. */
    void awaitEnd(Duration limit) throws IOException {
        Pointer message = NativeMedia.gst_bus_timed_pop_filtered(
                bus, limit.toNanos(), NativeMedia.MESSAGE_EOS | NativeMedia.MESSAGE_ERROR);
        if (message == null) {
            throw new IOException("it does not come to an end within " + limit.toSeconds() + " s");
        }
        boolean error = NativeMedia.messageType(message) == NativeMedia.MESSAGE_ERROR;
        IOException failure = error ? new IOException(text(message)) : null;
        NativeMedia.gst_mini_object_unref(message);
        if (failure != null) {
            throw failure;
        }
    }

    /** Waits a little for an error, and throws it. */
    void checkFor(Duration time) throws IOException {
        Pointer message = NativeMedia.gst_bus_timed_pop_filtered(bus, time.toNanos(), NativeMedia.MESSAGE_ERROR);
        if (message != null) {
            String text = text(message);
            NativeMedia.gst_mini_object_unref(message);
            throw new IOException(text);
        }
    }

    /** Throws an error that was told, without waiting for one. */
    void checkForError() throws IOException {
        checkFor(Duration.ZERO);
    }

    /** What went wrong, as the pipeline tells it. */
    IOException failure() {
        try {
            checkFor(Duration.ZERO);
            return new IOException("a pipeline refuses what it gets");
        } catch (IOException e) {
            return e;
        }
    }

    private static String text(Pointer message) {
        PointerByReference error = new PointerByReference();
        PointerByReference debug = new PointerByReference();
        NativeMedia.gst_message_parse_error(message, error, debug);
        return ErrorText.take(error.getValue(), debug.getValue());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        pipeline.setState(State.NULL);
        inlets.forEach(Inlet::release);
        elements.forEach(Element::dispose);
        NativeMedia.gst_object_unref(bus);
        pipeline.dispose();
    }
}
