package org.rnvr.console.internal.live;

import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * A window of its own for a view. The platform keeps a window for a view that is taken out of the main window in the
 * perspective, and out of sight in every other one; this one belongs to the main window. On the UI thread.
 */
final class WallWindow {

    private final EModelService models;
    private final MPart part;

    /** Of the view with this site. */
    WallWindow(IWorkbenchPartSite site) {
        this(site.getService(EModelService.class), site.getService(MPart.class));
    }

    /** Of this view. */
    WallWindow(EModelService models, MPart part) {
        this.models = models;
        this.part = part;
    }

    /** Shows the view in a window of its own. */
    void open(Rectangle place) {
        MPlaceholder placeholder = part.getCurSharedRef();
        MWindow main = models.getTopLevelWindowFor(placeholder);
        MTrimmedWindow own = models.createModelElement(MTrimmedWindow.class);
        own.setX(place.x);
        own.setY(place.y);
        own.setWidth(place.width);
        own.setHeight(place.height);
        MPartStack stack = models.createModelElement(MPartStack.class);
        own.getChildren().add(stack);
        placeholder.getParent().getChildren().remove(placeholder);
        stack.getChildren().add(placeholder);
        main.getWindows().add(own);
    }
}
