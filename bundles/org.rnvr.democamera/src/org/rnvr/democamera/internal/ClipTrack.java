package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;
import java.util.List;

/**
 * An encoded picture or sound track in native memory. Any number of clients may send it at the same time.
 *
 * @param natives the libraries
 * @param caps its format, owned
 * @param units its access units in the order of sending, owned; the first is a key frame
 * @param cadence how often a unit is due
 */
record ClipTrack(Natives natives, Pointer caps, List<Pointer> units, Cadence cadence) implements AutoCloseable {

    ClipTrack {
        units = List.copyOf(units);
    }

    /** Frees the units; those on their way to a client stay until they are sent. */
    @Override
    public void close() {
        units.forEach(natives.gst()::gst_mini_object_unref);
        natives.gst().gst_mini_object_unref(caps);
    }
}
