package org.rnvr.console.internal.live;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchPartSite;

/** Whether a part is on the screen: its tab in front and its window not minimized. On the UI thread. */
final class Watched {

    private final IWorkbenchPartSite site;
    private final IWorkbenchPage page;
    private final Control control;
    private final Runnable changed;
    private final IPartListener2 parts = new Parts();
    private final Listener windows = this::windowChanged;
    private boolean inFront = true;
    private boolean minimized;

    /**
     * Begins to follow.
     *
     * @param site of the part
     * @param control of the part
     * @param changed called after every change
     */
    Watched(IWorkbenchPartSite site, Control control, Runnable changed) {
        this.site = site;
        this.page = site.getPage();
        this.control = control;
        this.changed = changed;
        page.addPartListener(parts);
        control.getDisplay().addFilter(SWT.Iconify, windows);
        control.getDisplay().addFilter(SWT.Deiconify, windows);
    }

    boolean isWatched() {
        return inFront && !minimized;
    }

    void close() {
        page.removePartListener(parts);
        control.getDisplay().removeFilter(SWT.Iconify, windows);
        control.getDisplay().removeFilter(SWT.Deiconify, windows);
    }

    private void windowChanged(Event event) {
        if (event.widget instanceof Shell shell && shell == control.getShell()) {
            minimized = event.type == SWT.Iconify;
            changed.run();
        }
    }

    private final class Parts implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference part) {
            set(part, true);
        }

        @Override
        public void partHidden(IWorkbenchPartReference part) {
            set(part, false);
        }

        private void set(IWorkbenchPartReference part, boolean now) {
            if (part.getPart(false) == site.getPart() && inFront != now) {
                inFront = now;
                changed.run();
            }
        }
    }
}
