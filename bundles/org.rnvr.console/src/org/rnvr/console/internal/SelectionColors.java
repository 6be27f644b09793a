package org.rnvr.console.internal;

import java.io.IOException;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The colours of what is selected, the same in either theme. SWT reads them from GTK once, as it opens the display, and has no
 * other way to change them than this property.
 */
public final class SelectionColors {

    private static final Logger LOG = LoggerFactory.getLogger(SelectionColors.class);
    private static final String STYLES_OF_GTK = "org.eclipse.swt.internal.gtk.cssFile";

    private SelectionColors() {}

    /** Lets a display have them that is opened from now on, unless whoever started the product has styles of their own. */
    public static void prepare() {
        if (System.getProperty(STYLES_OF_GTK) != null) {
            return;
        }
        try {
            String file = FileLocator.toFileURL(
                            FrameworkUtil.getBundle(SelectionColors.class).getEntry("css/gtk.css"))
                    .getPath();
            System.setProperty(STYLES_OF_GTK, file);
        } catch (IOException e) {
            LOG.warn("What is selected has the colours of GTK", e);
        }
    }
}
