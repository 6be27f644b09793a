package org.rnvr.console.internal.recording;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** How full a volume is. The numbers stand beside it; here they are drawn. On the UI thread. */
final class UsageBar {

    /** Its height in pixels. */
    static final int HEIGHT = 14;

    private static final Color FINE = new Color(47, 127, 209);
    private static final Color SCARCE = new Color(209, 52, 56);

    private final Canvas canvas;
    private double used;
    private boolean scarce;
    private String words = "";

    UsageBar(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = words;
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PROGRESSBAR;
            }
        });
    }

    Canvas canvas() {
        return canvas;
    }

    /** Shows this share of the whole, 0 to 1, said in these words. */
    void show(double share, boolean little, String said) {
        used = share;
        scarce = little;
        words = said;
        canvas.redraw();
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(scarce ? SCARCE : FINE);
        gc.fillRectangle(0, 0, (int) Math.round(area.width * used), area.height);
        gc.setForeground(canvas.getForeground());
        gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
    }
}
