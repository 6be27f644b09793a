package org.rnvr.console.tests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;

/**
 * What an assistive technology is told of controls: read from the objects of GTK that it reads, and not from SWT, which drops
 * names on the way. On the UI thread.
 */
final class Spoken {

    /** A number of ATK. */
    static final int IMAGE = 26;

    private static final List<Class<? extends Control>> SPEAKING = List.of(
            Button.class,
            Combo.class,
            DateTime.class,
            Link.class,
            org.eclipse.swt.widgets.List.class,
            Scale.class,
            Spinner.class,
            Table.class,
            Tree.class);

    private static final byte[] NAME = "accessible-name\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANIMATIONS = "gtk-enable-animations\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROLE = "accessible-role\0".getBytes(StandardCharsets.US_ASCII);

    private Spoken() {}

    /** The name of a control; empty if it has none. */
    static String name(Control control) {
        return name(control.handle);
    }

    private static String name(long widget) {
        long[] text = new long[1];
        read(widget, NAME, long[].class, text);
        return text[0] == 0
                ? ""
                : (String) call("Converter", "cCharPtrToJavaString", List.of(long.class, boolean.class), text[0], true);
    }

    /** What kind of thing a control is said to be. */
    static int role(Control control) {
        int[] number = new int[1];
        read(control.handle, ROLE, int[].class, number);
        return number[0];
    }

    /** What is in sight in here, can have the keyboard and has no name. */
    static List<String> nameless(Composite parent) {
        return RunningConsole.controls(parent)
                .filter(Control::isVisible)
                .flatMap(Spoken::nameless)
                .toList();
    }

    private static Stream<String> nameless(Control control) {
        if (control instanceof ToolBar bar) {
            return Arrays.stream(bar.getItems())
                    .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0 && item.getControl() == null)
                    .filter(item -> name(button(item)).isBlank())
                    .map(item -> "a tool with the tip " + item.getToolTipText() + place(bar));
        }
        return hasKeyboard(control) && name(control).isBlank()
                ? Stream.of(control.getClass().getSimpleName() + " with the tip " + control.getToolTipText()
                        + place(control))
                : Stream.empty();
    }

    /** Whether something can be done with it by the keyboard, more than to read out and copy what is in it. */
    static boolean hasKeyboard(Control control) {
        if (control instanceof Text text) {
            return text.getEditable() || text.isListening(SWT.KeyDown);
        }
        if (control instanceof Link link && link.getText().isBlank()) {
            return false;
        }
        return SPEAKING.contains(control.getClass())
                || (control.getClass() == Composite.class || control.getClass() == Canvas.class)
                        && control.isListening(SWT.KeyDown);
    }

    private static String place(Control control) {
        StringBuilder path = new StringBuilder(" in ");
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            path.append(parent.getClass().getSimpleName()).append(' ');
        }
        return path.append(control.getShell().getText())
                .append(" at ")
                .append(control.getBounds())
                .toString();
    }

    /** The part of a window that has the keyboard. */
    static long focus(Composite window) {
        return (long) call("gtk.GTK", "gtk_window_get_focus", List.of(long.class), top(window));
    }

    /** Whether keys come to a window, as X has it. */
    static boolean hasKeyboard(Shell window) {
        return (boolean) call("gtk.GTK", "gtk_window_is_active", List.of(long.class), top(window));
    }

    /** Asks X for the keyboard without a time, at which somebody else might have had it since. */
    static void giveKeyboard(Shell window) {
        Object there = call("gtk3.GTK3", "gtk_widget_get_window", List.of(long.class), top(window));
        call("gtk.GDK", "gdk_window_focus", List.of(long.class, int.class), there, 0);
    }

    private static Object top(Composite window) {
        return call("gtk3.GTK3", "gtk_widget_get_toplevel", List.of(long.class), window.handle);
    }

    /** The button that is what people press of a tool. */
    private static long button(ToolItem item) {
        return (long) call("gtk3.GTK3", "gtk_bin_get_child", List.of(long.class), item.handle);
    }

    /** Lets GTK fade from one state into another, or change at once. */
    static void animate(boolean wanted) {
        Object settings = call("gtk.GTK", "gtk_settings_get_default", List.of());
        List<Class<?>> types = List.of(long.class, byte[].class, boolean.class, long.class);
        call("gtk.OS", "g_object_set", types, settings, ANIMATIONS, wanted, 0L);
    }

    private static void read(long widget, byte[] property, Class<?> type, Object result) {
        Object accessible = call("gtk3.GTK3", "gtk_widget_get_accessible", List.of(long.class), widget);
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
