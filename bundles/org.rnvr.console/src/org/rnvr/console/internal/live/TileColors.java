package org.rnvr.console.internal.live;

import org.eclipse.swt.graphics.Color;

/** Colours of a tile. A picture stands on dark in either theme. */
public final class TileColors {

    public static final Color GROUND = new Color(13, 16, 20);
    public static final Color HEAD = new Color(32, 37, 44);
    static final Color TEXT = new Color(236, 239, 242);
    static final Color FAINT_TEXT = new Color(164, 172, 181);
    static final Color WARNING = new Color(240, 176, 0);
    static final Color WARNING_TEXT = new Color(20, 20, 20);

    static final Color SELECTED = new Color(96, 165, 250);

    private TileColors() {}
}
