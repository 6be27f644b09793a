package org.rnvr.console.internal.cameras;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** A request to those selected cameras for which it makes sense in their present state. */
public abstract class CameraHandler extends AbstractHandler {

    /** Whether it would change anything. */
    protected abstract boolean makesSense(Camera camera);

    /** Asks for it. */
    protected abstract void request(Cameras cameras, String cameraId);

    @Override
    public final void setEnabled(Object context) {
        setBaseEnabled(selected(context).anyMatch(this::makesSense));
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        Object context = event.getApplicationContext();
        cameras(context)
                .ifPresent(cameras ->
                        selected(context).filter(this::makesSense).forEach(camera -> request(cameras, camera.id())));
        return null;
    }

    private static Stream<Camera> selected(Object context) {
        return HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)
                        instanceof IStructuredSelection selection
                ? Arrays.stream(selection.toArray())
                        .filter(Camera.class::isInstance)
                        .map(Camera.class::cast)
                        .flatMap(camera -> cameras(context).flatMap(cameras -> cameras.camera(camera.id())).stream())
                : Stream.empty();
    }

    private static Optional<Cameras> cameras(Object context) {
        return HandlerUtil.getVariable(context, ISources.ACTIVE_WORKBENCH_WINDOW_NAME)
                        instanceof IWorkbenchWindow window
                ? Optional.ofNullable(window.getService(Cameras.class))
                : Optional.empty();
    }
}
