package org.rnvr.console.internal;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;

/** A dialog that opens with a size of its own, as tables in it have none, and can be resized. On the UI thread. */
public abstract class SizedDialog extends Dialog {

    private final String title;
    private final int width;
    private final int height;

    /**
     * Not yet open.
     *
     * @param parent its window
     * @param title of the dialog
     * @param width in points, at most the screen's
     * @param height in points, at most the screen's
     */
    protected SizedDialog(Shell parent, String title, int width, int height) {
        super(parent);
        this.title = title;
        this.width = width;
        this.height = height;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected final boolean isResizable() {
        return true;
    }

    @Override
    protected final Point getInitialSize() {
        return new Point(width, height);
    }
}
