package org.rnvr.console.internal.playback;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.console.internal.AccessibleName;

/** A row of buttons with signs. On the UI thread. */
final class Buttons {

    private final ToolBar bar;
    private final LocalResourceManager resources;

    Buttons(Composite parent) {
        bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL | SWT.RIGHT);
        resources = new LocalResourceManager(JFaceResources.getResources(), bar);
    }

    ToolBar bar() {
        return bar;
    }

    /** A button with a sign; its tip tells what it does and with which key. */
    ToolItem sign(Icon icon, String tip, Runnable action) {
        return item(SWT.PUSH, icon, tip, action);
    }

    /** A button that stays pressed. */
    ToolItem toggle(Icon icon, String tip, Runnable action) {
        return item(SWT.CHECK, icon, tip, action);
    }

    /** A button with a sign and words, after which it is called even while there is no room for them. */
    ToolItem words(Icon icon, String words, String tip, Runnable action) {
        ToolItem item = item(SWT.PUSH, icon, tip, action);
        item.setText(words);
        AccessibleName.give(item, words);
        return item;
    }

    void separator() {
        new ToolItem(bar, SWT.SEPARATOR);
    }

    /** Gives a button another sign. */
    void change(ToolItem item, Icon icon) {
        item.setImage(resources.get(descriptor(icon)));
    }

    private ToolItem item(int style, Icon icon, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, style);
        change(item, icon);
        item.setToolTipText(tip);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return item;
    }

    private static ImageDescriptor descriptor(Icon icon) {
        return ImageDescriptor.createFromURL(
                FrameworkUtil.getBundle(Buttons.class).getEntry(icon.path()));
    }
}
