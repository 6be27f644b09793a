package org.rnvr.console.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.rnvr.console.internal.model.Camera;

/** The cameras that were selected last, on a wall or in a list. On the UI thread. */
public final class SelectedCameras implements ISelectionListener, IPartListener2, IWindowListener {

    private List<String> ids = List.of();

    /** Their ids; none if none was selected yet. */
    public List<String> ids() {
        return ids;
    }

    /** Listens to all windows as long as they are open. */
    void follow(IWorkbench workbench) {
        workbench.addWindowListener(this);
        Stream.of(workbench.getWorkbenchWindows()).forEach(this::windowOpened);
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        note(selection);
    }

    /** What was selected in a part before it could be heard is known when it is left. */
    @Override
    public void partDeactivated(IWorkbenchPartReference reference) {
        Optional.ofNullable(reference.getPart(false))
                .map(part -> part.getSite().getSelectionProvider())
                .map(ISelectionProvider::getSelection)
                .ifPresent(this::note);
    }

    private void note(ISelection selection) {
        if (selection instanceof IStructuredSelection structured) {
            List<String> cameras = Stream.of(structured.toArray())
                    .filter(Camera.class::isInstance)
                    .map(camera -> ((Camera) camera).id())
                    .toList();
            if (!cameras.isEmpty()) {
                ids = cameras;
            }
        }
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        window.getSelectionService().addSelectionListener(this);
        window.getPartService().addPartListener(this);
        note(window.getSelectionService().getSelection());
    }

    @Override
    public void windowClosed(IWorkbenchWindow window) {
        window.getSelectionService().removeSelectionListener(this);
        window.getPartService().removePartListener(this);
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {
        // Its parts tell what is selected.
    }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {
        // What was selected stays.
    }
}
