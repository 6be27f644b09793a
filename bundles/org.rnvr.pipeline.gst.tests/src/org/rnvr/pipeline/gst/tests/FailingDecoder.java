package org.rnvr.pipeline.gst.tests;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Decoders of this machine that give up in the middle of a stream, as one does that loses its hardware. None of those that
 * are installed does so at will, so these are registered with GStreamer: avdec_h264 behind an element that stands in its way.
 */
enum FailingDecoder {
    /** Reports an error after so many frames that its first picture was seen long before. */
    REPORTING("failing_h264", "error-after", "200"),

    /** Gives no pictures any more as soon as it is told so, and takes all frames. */
    SILENT("silent_h264", "drop-probability", "0");

    private static final int STATE_NULL = 1;
    private static final int SOURCE = 1;
    private static final int SINK = 2;

    private final String id;
    private final String property;
    private final String value;

    /** Referenced as long as GStreamer may make one. */
    private final Init describe = this::describe;

    private final Init assemble = this::assemble;

    private final List<Pointer> fuses = new CopyOnWriteArrayList<>();

    FailingDecoder(String id, String property, String value) {
        this.id = id;
        this.property = property;
        this.value = value;
    }

    /** Its name in GStreamer. */
    String id() {
        return id;
    }

    /** Makes it known to the GStreamer of this process, once. */
    synchronized void install() {
        Gst.INSTANCE.gst_init(null, null);
        if (Gst.INSTANCE.g_type_from_name(id) != 0) {
            return;
        }
        TypeQuery bin = new TypeQuery();
        Gst.INSTANCE.g_type_query(Gst.INSTANCE.gst_bin_get_type(), bin);
        long type = Gst.INSTANCE.g_type_register_static_simple(
                Gst.INSTANCE.gst_bin_get_type(), id, bin.classSize, describe, bin.instanceSize, assemble, 0);
        if (type == 0 || !Gst.INSTANCE.gst_element_register(null, id, 0, type)) {
            throw new IllegalStateException(id + " cannot be registered");
        }
    }

    /** How many of them were made. */
    int made() {
        return fuses.size();
    }

    /** Whether the last one that was made was stopped. */
    boolean isGone() {
        IntByReference state = new IntByReference();
        Gst.INSTANCE.gst_element_get_state(fuses.get(made() - 1), state, null, 0);
        return state.getValue() == STATE_NULL;
    }

    /** Lets the last one that was made give no pictures any more. */
    void silence() {
        Gst.INSTANCE.gst_util_set_object_arg(fuses.get(made() - 1), "drop-probability", "1");
    }

    private void describe(Pointer type, Pointer data) {
        Gst.INSTANCE.gst_element_class_set_static_metadata(
                type, id, "Codec/Decoder/Video", "Gives up in the middle of a stream", "RNVR");
        pad(type, "sink", SINK);
        pad(type, "src", SOURCE);
    }

    private static void pad(Pointer type, String name, int direction) {
        Gst.INSTANCE.gst_element_class_add_pad_template(
                type, Gst.INSTANCE.gst_pad_template_new(name, direction, 0, Gst.INSTANCE.gst_caps_new_any()));
    }

    private void assemble(Pointer self, Pointer type) {
        Pointer fuse = Gst.INSTANCE.gst_element_factory_make("identity", "fuse");
        Pointer decoder = Gst.INSTANCE.gst_element_factory_make("avdec_h264", "avdec");
        Gst.INSTANCE.gst_util_set_object_arg(fuse, property, value);
        Gst.INSTANCE.gst_bin_add(self, fuse);
        Gst.INSTANCE.gst_bin_add(self, decoder);
        Gst.INSTANCE.gst_element_link(fuse, decoder);
        expose(self, fuse, "sink");
        expose(self, decoder, "src");
        fuses.add(Gst.INSTANCE.gst_object_ref(fuse));
    }

    private static void expose(Pointer self, Pointer element, String name) {
        Pointer pad = Gst.INSTANCE.gst_element_get_static_pad(element, name);
        Gst.INSTANCE.gst_element_add_pad(self, Gst.INSTANCE.gst_ghost_pad_new(name, pad));
        Gst.INSTANCE.gst_object_unref(pad);
    }

    /** GClassInitFunc and GInstanceInitFunc. */
    private interface Init extends Callback {
        void of(Pointer first, Pointer second);
    }

    /** GTypeQuery. */
    @Structure.FieldOrder({"type", "name", "classSize", "instanceSize"})
    public static final class TypeQuery extends Structure {
        public long type;
        public Pointer name;
        public int classSize;
        public int instanceSize;
    }

    private interface Gst extends Library {

        Gst INSTANCE = Native.load("gstreamer-1.0", Gst.class);

        void gst_init(Pointer count, Pointer arguments);

        long g_type_from_name(String name);

        void g_type_query(long type, TypeQuery query);

        long g_type_register_static_simple(
                long parent,
                String name,
                int classSize,
                Init classInit,
                int instanceSize,
                Init instanceInit,
                int flags);

        long gst_bin_get_type();

        boolean gst_element_register(Pointer plugin, String name, int rank, long type);

        void gst_element_class_set_static_metadata(
                Pointer type, String name, String classification, String description, String author);

        void gst_element_class_add_pad_template(Pointer type, Pointer template);

        Pointer gst_pad_template_new(String name, int direction, int presence, Pointer caps);

        Pointer gst_caps_new_any();

        Pointer gst_element_factory_make(String factory, String name);

        void gst_util_set_object_arg(Pointer object, String property, String value);

        boolean gst_bin_add(Pointer bin, Pointer element);

        boolean gst_element_link(Pointer source, Pointer sink);

        Pointer gst_element_get_static_pad(Pointer element, String name);

        boolean gst_element_add_pad(Pointer element, Pointer pad);

        Pointer gst_ghost_pad_new(String name, Pointer target);

        Pointer gst_object_ref(Pointer object);

        void gst_object_unref(Pointer object);

        int gst_element_get_state(Pointer element, IntByReference state, IntByReference pending, long timeout);
    }
}
