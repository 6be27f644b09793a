package org.rnvr.console.internal;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * Shows that a text of several lines has the keyboard, of which GTK shows no more than a caret: by a frame around it, for which
 * its parent has to leave a pixel. The message at the head of a dialog, which others surround, is selected instead. On the UI
 * thread.
 */
public final class TextFocus {

    private static final String FRAMED = TextFocus.class.getName();

    private TextFocus() {}

    /** From now on. */
    public static void show(Display display) {
        display.addFilter(SWT.FocusIn, TextFocus::changes);
        display.addFilter(SWT.FocusOut, TextFocus::changes);
    }

    private static void changes(Event event) {
        if (!(event.widget instanceof Text text) || (text.getStyle() & SWT.MULTI) == 0) {
            return;
        }
        if (isMessage(text)) {
            if (event.type == SWT.FocusIn) {
                text.selectAll();
            } else {
                text.clearSelection();
            }
        } else {
            frame(text);
        }
    }

    private static boolean isMessage(Text text) {
        int style = SWT.WRAP | SWT.READ_ONLY;
        return (text.getStyle() & (style | SWT.BORDER)) == style
                && text.getShell().getData() instanceof TitleAreaDialog;
    }

    private static void frame(Text text) {
        Composite parent = text.getParent();
        if (text.getData(FRAMED) == null) {
            text.setData(FRAMED, parent);
            parent.addListener(SWT.Paint, event -> paint(event.gc, text));
        }
        Rectangle area = text.getBounds();
        parent.redraw(area.x - 1, area.y - 1, area.width + 2, area.height + 2, false);
    }

    private static void paint(GC gc, Text text) {
        if (!text.isDisposed() && text.isFocusControl()) {
            Rectangle area = text.getBounds();
            gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.drawRectangle(area.x - 1, area.y - 1, area.width + 1, area.height + 1);
        }
    }
}
