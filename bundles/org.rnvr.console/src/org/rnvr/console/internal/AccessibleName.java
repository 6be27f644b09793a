package org.rnvr.console.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.ScrolledComposite;
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
import org.eclipse.swt.widgets.ToolItem;
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

    /** Under which the workbench leaves with a widget what the widget stands for. */
    private static final String MODEL = "modelElement";

    static final String GIVEN = AccessibleName.class.getName();
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

    /** Gives a tool this name, with words on it and without. */
    public static void give(ToolItem tool, String name) {
        tool.setData(GIVEN, name);
        try {
            Gtk.name(Gtk.child(tool.handle), name);
        } catch (ReflectiveOperationException e) {
            LOG.debug("This SWT does not let a tool be named: {}", name, e);
        }
    }

    /**
     * From now on, fields that were given no name are called after the label before them, or after the hint in them, and tools
     * after their tips: when they appear, and again as they get the keyboard.
     */
    public static void followLabels(Display display) {
        display.addListener(SWT.Skin, AccessibleName::nameByLabel);
        display.addFilter(SWT.FocusIn, AccessibleName::nameByLabel);
        ToolNames.follow(display);
    }

    private static void nameByLabel(Event event) {
        if (event.widget instanceof Control control && control.getData(GIVEN) == null) {
            String name = name(control);
            if (!name.isEmpty()) {
                write(control, name);
            }
        }
    }

    private static String name(Control control) {
        if (isContent(control)) {
            return view(control);
        }
        if (!FIELDS.contains(control.getClass())) {
            return "";
        }
        return Stream.of(label(control), hint(control), popup(control))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String hint(Control control) {
        return control instanceof Text text ? text.getMessage() : "";
    }

    /** What a popup is called, in which everything is for one thing; empty if it is in none. */
    private static String popup(Control control) {
        return control.getShell().getData() instanceof PopupDialog
                ? control.getShell().getText()
                : "";
    }

    /** Whether all of a view that scrolls takes the keyboard as one, as in Eclipse's view of tasks. */
    private static boolean isContent(Control control) {
        return control.getClass() == Composite.class
                && control.getParent() instanceof ScrolledComposite
                && control.isListening(SWT.FocusIn);
    }

    /** What the view is called that a control is in; empty if it is in none. */
    private static String view(Control control) {
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getData(MODEL) instanceof MPart part) {
                return part.getLocalizedLabel();
            }
        }
        return "";
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
            Gtk.name(control.handle, name);
        } catch (ReflectiveOperationException e) {
            LOG.debug("This SWT does not let a control be named: {}", name, e);
        }
    }
}
