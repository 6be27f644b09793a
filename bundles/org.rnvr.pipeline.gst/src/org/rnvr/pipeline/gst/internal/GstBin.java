package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * A bin with the elements and pads that were made for it, so that all of them are released at a known time and not when
 * the garbage collector comes around.
 */
public final class GstBin {

    private final String name;
    private final Bin bin;
    private final List<Element> elements = Collections.synchronizedList(new ArrayList<>());
    private final List<PadProbe> probes = Collections.synchronizedList(new ArrayList<>());
    private final List<Pointer> pads = Collections.synchronizedList(new ArrayList<>());

    GstBin(String name) {
        this.name = name;
        bin = new Bin(name);
    }

    Bin bin() {
        return bin;
    }

    String name() {
        return name;
    }

    static Element make(String factory, String name) throws MissingElementException {
        try {
            return ElementFactory.make(factory, name);
        } catch (IllegalArgumentException e) {
            MissingElementException missing = new MissingElementException(factory);
            missing.addSuppressed(e);
            throw missing;
        }
    }

    /** Whether an element can be made. */
    public static boolean isInstalled(String factory) {
        Pointer found = NativeGst.gst_element_factory_find(factory);
        if (found == null) {
            return false;
        }
        NativeGst.gst_object_unref(found);
        return true;
    }

    static Pointer pointer(Element element) {
        return Natives.getRawPointer(element);
    }

    /** Makes an element in this bin, in state NULL. */
    Element add(String factory, String name) throws MissingElementException {
        Element element = make(factory, name);
        elements.add(element);
        bin.add(element);
        return element;
    }

    /** Makes an element that hides the failures of what follows from what comes before. */
    Element addGuard(String name) throws MissingElementException {
        Element guard = add("errorignore", name);
        guard.set("ignore-eos", true);
        guard.set("ignore-notnegotiated", true);
        guard.setAsString("convert-to", "ok");
        return guard;
    }

    /** Makes a capsfilter in this bin, in state NULL. */
    Element addFilter(String caps, String name) throws MissingElementException {
        Element filter = add("capsfilter", name);
        constrain(filter, caps);
        return filter;
    }

    /** Lets a capsfilter pass something else from now on. */
    static void constrain(Element filter, String caps) {
        try (Caps wanted = Caps.fromString(caps)) {
            filter.set("caps", wanted);
        }
    }

    /** A pad of an element, referenced until this bin is released. */
    Pointer pad(Element element, String name) {
        Pointer pad = NativeGst.gst_element_get_static_pad(pointer(element), name);
        pads.add(pad);
        return pad;
    }

    /** A pad of an element made on request, referenced until this bin is released. */
    Pointer requestPad(Element element, String template) {
        Pointer pad = NativeGst.gst_element_request_pad_simple(pointer(element), template);
        if (pad == null) {
            throw new IllegalStateException("no pad " + template + " at " + element.getName());
        }
        pads.add(pad);
        return pad;
    }

    /** Shows a pad of an element as a pad of this bin. */
    Pointer expose(Pointer target, String name) {
        return publish(NativeGst.gst_ghost_pad_new(name, target), name);
    }

    /** A source pad of this bin whose target is set later. */
    Pointer exposeSource(String name) {
        return publish(NativeGst.gst_ghost_pad_new_no_target(name, NativeGst.PAD_SRC), name);
    }

    private Pointer publish(Pointer ghost, String name) {
        NativeGst.gst_pad_set_active(ghost, 1);
        NativeGst.gst_element_add_pad(pointer(bin), ghost);
        return pad(bin, name);
    }

    /** Installs a probe and keeps it until this bin is released. */
    PadProbe probe(Pointer pad, int mask, PadProbe.Handler handler) {
        PadProbe probe = new PadProbe(pad, mask, handler);
        probes.add(probe);
        return probe;
    }

    /** Takes a probe away before this bin is released. */
    void remove(PadProbe probe) {
        probe.remove();
        probes.remove(probe);
    }

    static void link(Pointer source, Pointer sink) {
        int result = NativeGst.gst_pad_link_full(source, sink, NativeGst.LINK_CHECK_NOTHING);
        if (result != NativeGst.LINK_OK) {
            throw new IllegalStateException("pads cannot be linked: " + result);
        }
    }

    static void link(Element... chain) {
        for (int i = 1; i < chain.length; i++) {
            if (!chain[i - 1].link(chain[i])) {
                throw new IllegalStateException(chain[i - 1].getName() + " and " + chain[i].getName() + " do not link");
            }
        }
    }

    /** Stops everything in this bin; may block. */
    void stop() {
        bin.setLockedState(true);
        bin.setState(State.NULL);
    }

    /** Lets go of everything. The bin is stopped and out of its pipeline. */
    void release() {
        pads.forEach(NativeGst::gst_object_unref);
        pads.clear();
        probes.clear();
        elements.forEach(Element::dispose);
        elements.clear();
        bin.dispose();
    }
}
