package org.rnvr.console.internal.playback;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** How much room words take. */
final class Widths {

    private Widths() {}

    /** In pixels, in the font of a control. */
    static int of(Control owner, String words) {
        GC gc = new GC(owner);
        try {
            return gc.textExtent(words).x;
        } finally {
            gc.dispose();
        }
    }
}
