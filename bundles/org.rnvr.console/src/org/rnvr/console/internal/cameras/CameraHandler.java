package org.rnvr.console.internal.cameras;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** A request to the selected camera, possible while it makes sense in the camera's present state. */
abstract class CameraHandler extends AbstractHandler {

    abstract boolean makesSense(Camera camera);

    abstract void request(Cameras cameras, String cameraId);

    @Override
    public final void setEnabled(Object context) {
        setBaseEnabled(selected(context).filter(this::makesSense).isPresent());
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        Object context = event.getApplicationContext();
        cameras(context)
                .ifPresent(cameras ->
                        selected(context).filter(this::makesSense).ifPresent(camera -> request(cameras, camera.id())));
        return null;
    }

    private static Optional<Camera> selected(Object context) {
        return HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)
                                instanceof IStructuredSelection selection
                        && selection.getFirstElement() instanceof Camera camera
                ? cameras(context).flatMap(cameras -> cameras.camera(camera.id()))
                : Optional.empty();
    }

    private static Optional<Cameras> cameras(Object context) {
        return HandlerUtil.getVariable(context, ISources.ACTIVE_WORKBENCH_WINDOW_NAME)
                        instanceof IWorkbenchWindow window
                ? Optional.ofNullable(window.getService(Cameras.class))
                : Optional.empty();
    }
}
