package org.rnvr.console.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Control;

/** Functions of GTK that SWT has for itself and for nobody else. On the UI thread. */
final class Gtk {

    private static final byte[] NAME = text("accessible-name");
    private static final byte[] TIP = text("tooltip-text");

    private Gtk() {}

    /** Writes a name into the object that assistive technologies read of a widget. */
    static void name(long widget, String name) throws ReflectiveOperationException {
        List<Class<?>> types = List.of(long.class, byte[].class, byte[].class, long.class);
        call("gtk.OS", "g_object_set", types, accessible(widget), NAME, text(name), 0L);
    }

    /** Names a widget after its tip. */
    static void nameByTip(long widget) throws ReflectiveOperationException {
        long[] tip = new long[1];
        List<Class<?>> get = List.of(long.class, byte[].class, long[].class, long.class);
        call("gtk.OS", "g_object_get", get, widget, TIP, tip, 0L);
        List<Class<?>> set = List.of(long.class, byte[].class, long.class, long.class);
        call("gtk.OS", "g_object_set", set, accessible(widget), NAME, tip[0], 0L);
        call("gtk.OS", "g_free", List.of(long.class), tip[0]);
    }

    /** What is in a widget that holds one other. */
    static long child(long widget) throws ReflectiveOperationException {
        return (long) call("gtk3.GTK3", "gtk_bin_get_child", List.of(long.class), widget);
    }

    /** From now on, a callback is called as this signal comes. */
    static void connect(long widget, String signal, long callback) throws ReflectiveOperationException {
        List<Class<?>> types = List.of(long.class, byte[].class, long.class, long.class);
        call("gtk.OS", "g_signal_connect", types, widget, text(signal), callback, 0L);
    }

    /** One of SWT's internal types. */
    static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("org.eclipse.swt.internal." + name, true, Control.class.getClassLoader());
    }

    private static Object accessible(long widget) throws ReflectiveOperationException {
        return call("gtk3.GTK3", "gtk_widget_get_accessible", List.of(long.class), widget);
    }

    private static Object call(String type, String name, List<Class<?>> types, Object... values)
            throws ReflectiveOperationException {
        return type(type).getMethod(name, types.toArray(Class<?>[]::new)).invoke(null, values);
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
