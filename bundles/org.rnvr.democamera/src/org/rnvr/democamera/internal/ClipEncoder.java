package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rnvr.democamera.DemoCameraException;

/** Encodes clips. Safe to use from several threads at a time. */
final class ClipEncoder {

    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Natives natives;
    private final Launch launch;

    ClipEncoder(Natives natives, Launch launch) {
        this.natives = natives;
        this.launch = launch;
    }

    /** Encodes a clip for each name, as many at a time as there are processors. */
    List<Clip> encodeAll(List<String> names) throws DemoCameraException {
        ExecutorService encoders =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Clip>> encoding = new ArrayList<>();
            for (int index = 0; index < names.size(); index++) {
                int number = index + 1;
                encoding.add(encoders.submit(() -> encode(names.get(number - 1), number)));
            }
            List<Clip> clips = new ArrayList<>();
            for (Future<Clip> clip : encoding) {
                clips.add(clip.get());
            }
            return clips;
        } catch (ExecutionException e) {
            throw new DemoCameraException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoCameraException("Encoding the clips was interrupted.", e);
        } finally {
            encoders.shutdownNow();
        }
    }

    private Clip encode(String name, int number) throws DemoCameraException {
        List<ClipTrack> tracks = new ArrayList<>();
        tracks.add(encode(launch.videoClip(name, number), launch.videoCadence()));
        if (launch.tracks() > 1) {
            tracks.add(encode(launch.audioClip(), launch.audioCadence()));
        }
        return new Clip(tracks);
    }

    private ClipTrack encode(String description, Cadence cadence) throws DemoCameraException {
        Gst gst = natives.gst();
        PointerByReference error = new PointerByReference();
        Pointer pipeline = gst.gst_parse_launch(description, error);
        if (pipeline == null || error.getValue() != null) {
            throw new DemoCameraException("The clip cannot be encoded: " + natives.takeError(error));
        }
        Pointer sink = gst.gst_bin_get_by_name(pipeline, Launch.SINK);
        try {
            gst.gst_element_set_state(pipeline, Gst.STATE_PLAYING);
            return pullAll(pipeline, sink, cadence);
        } finally {
            gst.gst_element_set_state(pipeline, Gst.STATE_NULL);
            gst.gst_object_unref(sink);
            gst.gst_object_unref(pipeline);
        }
    }

    private ClipTrack pullAll(Pointer pipeline, Pointer sink, Cadence cadence) throws DemoCameraException {
        Gst gst = natives.gst();
        List<Pointer> units = new ArrayList<>();
        Pointer caps = null;
        long last = System.nanoTime();
        while (true) {
            Pointer sample = natives.app().gst_app_sink_try_pull_sample(sink, TimeUnit.MILLISECONDS.toNanos(500));
            if (sample != null) {
                last = System.nanoTime();
                units.add(unit(gst.gst_sample_get_buffer(sample)));
                if (caps == null) {
                    caps = gst.gst_mini_object_ref(gst.gst_sample_get_caps(sample));
                }
                gst.gst_mini_object_unref(sample);
            } else if (natives.app().gst_app_sink_is_eos(sink) && caps != null) {
                return new ClipTrack(natives, caps, units, cadence);
            } else {
                failIfBroken(pipeline, last);
            }
        }
    }

    /** Without what holds for its place in the clip only, which would look like a break at every turn of the loop. */
    private Pointer unit(Pointer buffer) {
        Pointer unit = natives.gst().gst_mini_object_copy(buffer);
        natives.gst().gst_buffer_unset_flags(unit, Gst.BUFFER_DISCONT | Gst.BUFFER_RESYNC);
        return unit;
    }

    private void failIfBroken(Pointer pipeline, long lastNanos) throws DemoCameraException {
        Gst gst = natives.gst();
        Pointer bus = gst.gst_element_get_bus(pipeline);
        Pointer message = gst.gst_bus_pop_filtered(bus, Gst.MESSAGE_ERROR);
        gst.gst_object_unref(bus);
        if (message != null) {
            PointerByReference error = new PointerByReference();
            PointerByReference debug = new PointerByReference();
            gst.gst_message_parse_error(message, error, debug);
            natives.glib().g_free(debug.getValue());
            gst.gst_mini_object_unref(message);
            throw new DemoCameraException("The clip cannot be encoded: " + natives.takeError(error));
        }
        if (System.nanoTime() - lastNanos > STUCK_NANOS) {
            throw new DemoCameraException("The clip cannot be encoded: the encoder makes no progress.");
        }
    }
}
