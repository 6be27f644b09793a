package org.rnvr.console.internal;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.views.IViewRegistry;

/**
 * Names the tabs of views that a former run left. The platform keeps their names with their places, and so in the language
 * of that run until a view is looked at. On the UI thread.
 */
final class TabNames {

    private final MWindow window;
    private final EModelService models;
    private final IViewRegistry views;

    /** In this window. */
    TabNames(IWorkbenchWindow window) {
        this.window = window.getService(MWindow.class);
        this.models = window.getService(EModelService.class);
        this.views = window.getWorkbench().getViewRegistry();
    }

    /** Gives each view that was not looked at yet its name in the language of now. */
    void renew() {
        models.findElements(window, null, MPart.class).stream()
                .filter(part -> part.getObject() == null)
                .forEach(part -> Optional.ofNullable(views.find(part.getElementId()))
                        .ifPresent(view -> part.setLabel(view.getLabel())));
    }
}
