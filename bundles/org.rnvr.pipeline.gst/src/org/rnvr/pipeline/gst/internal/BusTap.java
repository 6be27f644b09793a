package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the messages of a pipeline's bus where they are posted, on the thread that posts them, and hands on the few that
 * matter as values. None is queued, so none needs a thread that waits for it.
 */
final class BusTap {

    private static final Logger LOG = LoggerFactory.getLogger(BusTap.class);
    private static final Pattern PART = Pattern.compile("/[^:/]+:((?:session|segment|view|decoding)-\\d+)(?=/|$)");

    private final Pointer bus;
    private final NativeGst.BusCallback callback;

    BusTap(Pointer pipeline, String name, Consumer<PartMessage> listener) {
        bus = NativeGst.gst_element_get_bus(pipeline);
        callback = (self, message, data) -> {
            try {
                hear(message, listener);
            } catch (RuntimeException e) {
                LOG.error("A message of {} could not be read", name, e);
            }
            // A handler that drops a message owns it.
            NativeGst.gst_mini_object_unref(message);
            return NativeGst.BUS_DROP;
        };
        Native.setCallbackThreadInitializer(callback, StreamThreads.initializer());
        NativeGst.gst_bus_set_sync_handler(bus, callback, Pointer.NULL, Pointer.NULL);
    }

    void close() {
        NativeGst.gst_bus_set_sync_handler(bus, null, Pointer.NULL, Pointer.NULL);
        NativeGst.gst_object_unref(bus);
    }

    private static void hear(Pointer message, Consumer<PartMessage> listener) {
        switch (NativeGst.messageName(message)) {
            case "error" -> fault(message, PartMessage.Kind.ERROR, listener);
            case "warning" -> fault(message, PartMessage.Kind.WARNING, listener);
            case "element" -> elementMessage(message, listener);
            case "buffering" -> bufferingMessage(message, listener);
            case "stream-status" -> streamStatus(message);
            default -> {
                // State changes, latency, clocks, tags: of no interest.
            }
        }
    }

    private static void fault(Pointer message, PartMessage.Kind kind, Consumer<PartMessage> listener) {
        PointerByReference error = new PointerByReference();
        PointerByReference debug = new PointerByReference();
        if (kind == PartMessage.Kind.ERROR) {
            NativeGst.gst_message_parse_error(message, error, debug);
        } else {
            NativeGst.gst_message_parse_warning(message, error, debug);
        }
        Pointer parsed = error.getValue();
        String domain = NativeGObject.INSTANCE.g_quark_to_string(parsed.getInt(0));
        int code = parsed.getInt(Integer.BYTES);
        String text = parsed.getPointer(2L * Integer.BYTES).getString(0, "UTF-8");
        NativeGObject.INSTANCE.g_error_free(parsed);
        hand(message, kind, domain, code, text, taken(debug.getValue()), listener);
    }

    private static void elementMessage(Pointer message, Consumer<PartMessage> listener) {
        Pointer structure = NativeGst.gst_message_get_structure(message);
        if (structure != null) {
            String name = NativeGst.gst_structure_get_name(structure).getString(0);
            hand(message, PartMessage.Kind.ELEMENT, name, 0, "", "", listener);
        }
    }

    private static void bufferingMessage(Pointer message, Consumer<PartMessage> listener) {
        IntByReference percent = new IntByReference();
        NativeGst.gst_message_parse_buffering(message, percent);
        hand(message, PartMessage.Kind.BUFFERING, "", percent.getValue(), "", "", listener);
    }

    /** A thread that begins to carry media says so itself. */
    private static void streamStatus(Pointer message) {
        IntByReference type = new IntByReference();
        NativeGst.gst_message_parse_stream_status(message, type, new PointerByReference());
        if (type.getValue() == NativeGst.STREAM_STATUS_ENTER) {
            StreamThreads.preferThroughput();
        }
    }

    private static void hand(
            Pointer message,
            PartMessage.Kind kind,
            String domain,
            int code,
            String text,
            String debug,
            Consumer<PartMessage> listener) {
        Pointer source = NativeGst.messageSource(message);
        if (source == null) {
            return;
        }
        String path = taken(NativeGst.gst_object_get_path_string(source));
        Matcher part = PART.matcher(path);
        if (part.find()) {
            String element = path.substring(path.lastIndexOf(':') + 1);
            listener.accept(new PartMessage(part.group(1), element, kind, domain, code, text, debug));
        } else {
            LOG.debug("{} of {}: {} {}", kind, path, text, debug);
        }
    }

    private static String taken(Pointer text) {
        if (text == null) {
            return "";
        }
        String value = text.getString(0, "UTF-8");
        NativeGObject.INSTANCE.g_free(text);
        return value;
    }
}
