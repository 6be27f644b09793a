package org.rnvr.console.internal;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What those are told who do not see a control. SWT passes on to GTK 3 what accessible listeners answer for canvases and
 * plain composites only, and relations to labels lead nowhere: the name of a field, a list or a table has to be written into
 * GTK's own object, for which SWT has no method. On the UI thread.
 */
public final class AccessibleName {

    private static final Logger LOG = LoggerFactory.getLogger(AccessibleName.class);
    private static final String GIVEN = AccessibleName.class.getName();
    private static final byte[] PROPERTY = terminated("accessible-name");
    private static final List<Class<? extends Control>> FIELDS = List.of(
            Text.class,
            Combo.class,
            CCombo.class,
            org.eclipse.swt.widgets.List.class,
            Table.class,
            Tree.class,
            Spinner.class,
            DateTime.class,
            Scale.class,
            Slider.class);

    private AccessibleName() {}

    /** Gives a control this name. */
    public static void give(Control control, String name) {
        control.setData(GIVEN, name);
        write(control, name);
    }

    /** From now on, fields that were given no name are called after the label before them, or after the hint in them. */
    public static void followLabels(Display display) {
        display.addFilter(SWT.FocusIn, AccessibleName::nameByLabel);
    }

    private static void nameByLabel(Event event) {
        if (event.widget instanceof Control control
                && FIELDS.contains(control.getClass())
                && control.getData(GIVEN) == null) {
            String label = label(control);
            String name = label.isEmpty() && control instanceof Text text ? text.getMessage() : label;
            if (!name.isEmpty()) {
                write(control, name);
            }
        }
    }

    /** The label before a control, or before what it is the first part of; empty if there is none. */
    private static String label(Control control) {
        Composite parent = control.getParent();
        if (parent == null || parent instanceof Shell) {
            return "";
        }
        List<Control> siblings = Arrays.asList(parent.getChildren());
        int index = siblings.indexOf(control);
        if (index == 0) {
            return label(parent);
        }
        return siblings.get(index - 1) instanceof Label label
                ? label.getText().replace("&", "").replaceAll(":\\s*$", "")
                : "";
    }

    private static void write(Control control, String name) {
        try {
            Object accessible =
                    method("gtk3.GTK3", "gtk_widget_get_accessible", long.class).invoke(null, control.handle);
            method("gtk.OS", "g_object_set", long.class, byte[].class, byte[].class, long.class)
                    .invoke(null, accessible, PROPERTY, terminated(name), 0L);
        } catch (ReflectiveOperationException e) {
            LOG.debug("This SWT does not let a control be named: {}", name, e);
        }
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("org.eclipse.swt.internal." + type, true, Control.class.getClassLoader())
                .getMethod(name, parameters);
    }

    private static byte[] terminated(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
