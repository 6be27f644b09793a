package org.rnvr.console.internal.live;

import java.util.List;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;

/** Makes a wall that is taken out of the main window one that stays in sight whatever that shows. On the UI thread. */
public final class DetachedWalls {

    private final EModelService models;
    private final Display display;

    /** Of this workbench. */
    public DetachedWalls(EModelService models, Display display) {
        this.models = models;
        this.display = display;
    }

    /** Does so from now on. */
    public void follow(IEventBroker events) {
        events.subscribe(UIEvents.Perspective.TOPIC_WINDOWS, this::changed);
    }

    /** Whoever takes something out may not be done with the window yet. */
    private void changed(Event event) {
        if (UIEvents.isADD(event)) {
            UIEvents.asIterable(event, UIEvents.EventTags.NEW_VALUE).forEach(added -> {
                if (added instanceof MWindow window) {
                    display.asyncExec(() -> settle(window));
                }
            });
        }
    }

    private void settle(MWindow window) {
        List<MPlaceholder> content = models.findElements(window, null, MPlaceholder.class);
        if (content.size() == 1
                && isWall(content.get(0).getRef())
                && content.get(0).getRef() instanceof MPart wall) {
            new WallWindow(models, wall)
                    .open(new Rectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight()));
        }
    }

    private static boolean isWall(MUIElement element) {
        String id = element.getElementId();
        return id.equals(LiveView.ID) || id.startsWith(LiveView.ID + ":");
    }
}
