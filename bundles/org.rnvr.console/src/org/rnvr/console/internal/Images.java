package org.rnvr.console.internal;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.console.internal.model.Symbol;

/** The images of symbols, for as long as a control lives. On the UI thread. */
public final class Images {

    /** How much wider words get by an image, in pixels. */
    static final int BESIDE_WORDS = 20;

    private final LocalResourceManager resources;

    /** For this control. */
    public Images(Control owner) {
        this.resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The image of a symbol beside words; not to be disposed. */
    public Image of(Symbol symbol) {
        return resources.get(descriptor(symbol));
    }

    /** The image of a symbol that stands alone, three times as large; not to be disposed. */
    public Image large(Symbol symbol) {
        return resources.get(new Enlarged(symbol));
    }

    private static ImageDescriptor descriptor(Symbol symbol) {
        URL entry = FrameworkUtil.getBundle(Images.class).getEntry(symbol.path());
        return ImageDescriptor.createFromURL(entry);
    }

    /** Drawn anew from the vectors, so that edges stay sharp. */
    private static final class Enlarged extends ImageDescriptor {

        private static final int FACTOR = 3;

        private final Symbol symbol;

        Enlarged(Symbol symbol) {
            this.symbol = symbol;
        }

        @Override
        public ImageData getImageData(int zoom) {
            return descriptor(symbol).getImageData(zoom * FACTOR);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Enlarged enlarged && enlarged.symbol == symbol;
        }

        @Override
        public int hashCode() {
            return symbol.hashCode();
        }
    }
}
