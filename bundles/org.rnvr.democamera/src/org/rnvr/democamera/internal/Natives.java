package org.rnvr.democamera.internal;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.rnvr.democamera.DemoCameraException;

/**
 * The native libraries, loaded and initialised.
 *
 * @param glib main loop
 * @param gobject signals and references
 * @param gio sockets
 * @param gst pipelines
 * @param app clips in and out of pipelines
 * @param rtsp messages
 * @param server RTSP server
 */
public record Natives(GLib glib, GObject gobject, Gio gio, Gst gst, GstApp app, GstRtsp rtsp, GstRtspServer server) {

    static final String GSTREAMER = "libgstreamer-1.0.so.0";
    static final String GSTREAMER_APP = "libgstapp-1.0.so.0";

    private static final CallbackThreadInitializer CALLBACK_THREADS =
            new CallbackThreadInitializer(true, false, "democamera-gst");

    /**
     * Loads the libraries and initialises GStreamer.
     *
     * @return the libraries
     * @throws DemoCameraException if one is missing
     */
    public static Natives load() throws DemoCameraException {
        Gst gst = load(GSTREAMER, Gst.class, "libgstreamer1.0-0");
        GstApp app = load(GSTREAMER_APP, GstApp.class, "libgstreamer-plugins-base1.0-0");
        GstRtsp rtsp = load("libgstrtsp-1.0.so.0", GstRtsp.class, "libgstreamer-plugins-base1.0-0");
        GstRtspServer server = load("libgstrtspserver-1.0.so.0", GstRtspServer.class, "libgstrtspserver-1.0-0");
        GLib glib = load("libglib-2.0.so.0", GLib.class, "libglib2.0-0");
        GObject gobject = load("libgobject-2.0.so.0", GObject.class, "libglib2.0-0");
        Gio gio = load("libgio-2.0.so.0", Gio.class, "libglib2.0-0");
        Natives natives = new Natives(glib, gobject, gio, gst, app, rtsp, server);
        PointerByReference error = new PointerByReference();
        // GStreamer would take Java's own segmentation faults for those of a plug-in that it loads.
        gst.gst_segtrap_set_enabled(false);
        if (!gst.gst_init_check(null, null, error)) {
            throw new DemoCameraException("GStreamer does not start: " + natives.takeError(error));
        }
        return natives;
    }

    /**
     * Calls a handler whenever an object emits a signal. The caller keeps the handler strongly referenced for as
     * long as the object lives.
     *
     * @param object emitting object
     * @param signal the signal's name
     * @param handler called on whatever thread emits
     */
    void connect(Pointer object, String signal, Callback handler) {
        Native.setCallbackThreadInitializer(handler, CALLBACK_THREADS);
        gobject.g_signal_connect_data(object, signal, handler, null, null, 0);
    }

    /**
     * Calls a handler once when an object is disposed of.
     *
     * @param object watched object
     * @param handler called on whatever thread drops the last reference; kept strongly referenced by the caller
     */
    void whenGone(Pointer object, Callback handler) {
        Native.setCallbackThreadInitializer(handler, CALLBACK_THREADS);
        gobject.g_object_weak_ref(object, handler, null);
    }

    /**
     * Takes the text out of a GError and frees it.
     *
     * @param error where a function left its error
     * @return the text
     */
    String takeError(PointerByReference error) {
        Pointer value = error.getValue();
        if (value == null) {
            return "no reason given";
        }
        // struct GError { guint32 domain; gint code; gchar *message; }
        String message = value.getPointer(8).getString(0);
        glib.g_error_free(value);
        return message;
    }

    private static <T extends Library> T load(String library, Class<T> type, String debianPackage)
            throws DemoCameraException {
        try {
            return Native.load(library, type);
        } catch (UnsatisfiedLinkError e) {
            throw new DemoCameraException(
                    "The library " + library + " is missing; install the package " + debianPackage + ".", e);
        }
    }
}
