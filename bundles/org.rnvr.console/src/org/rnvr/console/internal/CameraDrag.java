package org.rnvr.console.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.rnvr.console.internal.model.Camera;

/** Cameras that are dragged within the console. On the UI thread. */
public final class CameraDrag {

    private static final Transfer[] TRANSFERS = {LocalSelectionTransfer.getTransfer()};

    private CameraDrag() {}

    /** Lets a camera be dragged from a control, while there is one to drag. */
    public static void from(Control control, Supplier<Optional<Camera>> camera) {
        DragSource source = new DragSource(control, DND.DROP_MOVE);
        source.setTransfer(TRANSFERS);
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                Optional<Camera> dragged = camera.get();
                event.doit = dragged.isPresent();
                dragged.map(StructuredSelection::new).ifPresent(LocalSelectionTransfer.getTransfer()::setSelection);
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(null);
            }
        });
    }

    /** Lets a camera be dropped onto a control. */
    public static void onto(Control control, Consumer<Camera> taker) {
        DropTarget target = new DropTarget(control, DND.DROP_MOVE);
        target.setTransfer(TRANSFERS);
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void drop(DropTargetEvent event) {
                if (LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection
                        && selection.getFirstElement() instanceof Camera camera) {
                    taker.accept(camera);
                }
            }
        });
    }
}
