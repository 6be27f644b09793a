package org.rnvr.console.internal.live;

import java.util.Optional;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;

/** The menu over a tile. A menu belongs to a window, and a wall may move to another one. On the UI thread. */
final class TileMenu {

    private final IWorkbenchPartSite site;
    private final ISelectionProvider selection;
    private Optional<Menu> menu = Optional.empty();

    TileMenu(IWorkbenchPartSite site, ISelectionProvider selection) {
        this.site = site;
        this.selection = selection;
    }

    void open(Control over, int x, int y) {
        Menu opened = menu.filter(it -> !it.isDisposed() && it.getShell() == over.getShell())
                .orElseGet(() -> create(over));
        menu = Optional.of(opened);
        opened.setLocation(x, y);
        opened.setVisible(true);
    }

    private Menu create(Control over) {
        MenuManager manager = new MenuManager();
        manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        Menu created = manager.createContextMenu(over.getShell());
        site.registerContextMenu(manager, selection);
        return created;
    }
}
