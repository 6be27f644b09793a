package org.rnvr.console.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names tools that have a sign and no words after their tips, which to assistive technologies are only descriptions, and
 * renames them as their tips change. On the UI thread.
 */
final class ToolNames {

    private static final Logger LOG = LoggerFactory.getLogger(ToolNames.class);
    private static final String SIGNAL = "notify::tooltip-text";
    private static final String HANDLER = "tipChanges";
    private static final int HANDLER_ARGUMENTS = 3;

    private final Object callback;
    private final long address;

    private ToolNames() throws ReflectiveOperationException {
        Class<?> type = Gtk.type("Callback");
        callback = type.getConstructor(Object.class, String.class, int.class)
                .newInstance(this, HANDLER, HANDLER_ARGUMENTS);
        address = (long) type.getMethod("getAddress").invoke(callback);
    }

    /** Names the tools of this display from now on. */
    static void follow(Display display) {
        try {
            ToolNames names = new ToolNames();
            display.addListener(SWT.Skin, names::appears);
            display.disposeExec(names::dispose);
        } catch (ReflectiveOperationException e) {
            LOG.debug("This SWT does not let tools be named", e);
        }
    }

    private void appears(Event event) {
        if (event.widget instanceof ToolItem item
                && item.getData(AccessibleName.GIVEN) == null
                && (item.getStyle() & (SWT.SEPARATOR | SWT.DROP_DOWN)) == 0
                && item.getText().isEmpty()) {
            try {
                long button = Gtk.child(item.handle);
                Gtk.nameByTip(button);
                Gtk.connect(button, SIGNAL, address);
            } catch (ReflectiveOperationException e) {
                LOG.debug("A tool cannot be named: {}", item.getToolTipText(), e);
            }
        }
    }

    /** What GTK calls; the numbers are its pointers to the widget, to what is known of the property, and to nothing. */
    long tipChanges(long button, long property, long nothing) {
        try {
            Gtk.nameByTip(button);
        } catch (ReflectiveOperationException e) {
            LOG.debug("A tool cannot be renamed", e);
        }
        return 0;
    }

    private void dispose() {
        try {
            callback.getClass().getMethod("dispose").invoke(callback);
        } catch (ReflectiveOperationException e) {
            LOG.debug("The names of tools cannot be left", e);
        }
    }
}
