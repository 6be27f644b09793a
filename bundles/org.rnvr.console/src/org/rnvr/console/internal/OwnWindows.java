package org.rnvr.console.internal;

import java.util.function.Supplier;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.IWorkbenchPartReference;

/** Gives windows that hold a view taken out of the main window its name, which the platform leaves empty. On the UI thread. */
final class OwnWindows implements IPartListener2 {

    /** Under which the workbench leaves with a widget what the widget stands for. */
    private static final String MODEL = "modelElement";

    private final Supplier<String> application;

    OwnWindows(Supplier<String> application) {
        this.application = application;
    }

    /** Names those that are there, and from now on those that come. */
    void follow(IWorkbenchPage page) {
        for (IWorkbenchPartReference view : page.getViewReferences()) {
            name(view);
        }
        page.addPartListener(this);
    }

    @Override
    public void partVisible(IWorkbenchPartReference part) {
        name(part);
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        name(part);
    }

    private void name(IWorkbenchPartReference reference) {
        IWorkbenchPart part = reference.getPart(false);
        if (part == null) {
            return;
        }
        Shell shell = part.getSite().getShell();
        if (shell != null
                && shell != reference.getPage().getWorkbenchWindow().getShell()
                && shell.getData(MODEL) instanceof MWindow
                && part instanceof IWorkbenchPart2 named) {
            shell.setText(named.getPartName() + " \u2013 " + application.get());
        }
    }
}
