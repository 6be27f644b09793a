package org.rnvr.console.internal;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.console.internal.model.Symbol;

/** The images of symbols, for as long as a control lives. On the UI thread. */
public final class Images {

    private final LocalResourceManager resources;

    /** For this control. */
    public Images(Control owner) {
        this.resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The image of a symbol; not to be disposed. */
    public Image of(Symbol symbol) {
        URL entry = FrameworkUtil.getBundle(Images.class).getEntry(symbol.path());
        return resources.get(ImageDescriptor.createFromURL(entry));
    }
}
