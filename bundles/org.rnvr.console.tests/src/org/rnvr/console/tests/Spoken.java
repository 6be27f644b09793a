package org.rnvr.console.tests;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.swt.widgets.Control;

/**
 * What an assistive technology is told of controls: read from the objects of GTK that it reads, and not from SWT, which drops
 * names on the way. On the UI thread.
 */
final class Spoken {

    /** A number of ATK. */
    static final int IMAGE = 26;

    private static final byte[] NAME = "accessible-name\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROLE = "accessible-role\0".getBytes(StandardCharsets.US_ASCII);

    private Spoken() {}

    /** The name of a control; empty if it has none. */
    static String name(Control control) {
        long[] text = new long[1];
        read(control, NAME, long[].class, text);
        return text[0] == 0
                ? ""
                : (String) call("Converter", "cCharPtrToJavaString", List.of(long.class, boolean.class), text[0], true);
    }

    /** What kind of thing a control is said to be. */
    static int role(Control control) {
        int[] number = new int[1];
        read(control, ROLE, int[].class, number);
        return number[0];
    }

    private static void read(Control control, byte[] property, Class<?> type, Object result) {
        Object accessible = call("gtk3.GTK3", "gtk_widget_get_accessible", List.of(long.class), control.handle);
        List<Class<?>> parameters = List.of(long.class, byte[].class, type, long.class);
        call("gtk.OS", "g_object_get", parameters, accessible, property, result, 0L);
    }

    private static Object call(String type, String method, List<Class<?>> parameters, Object... values) {
        try {
            return Class.forName("org.eclipse.swt.internal." + type, true, Control.class.getClassLoader())
                    .getMethod(method, parameters.toArray(Class<?>[]::new))
                    .invoke(null, values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
