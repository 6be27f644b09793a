package org.rnvr.console.internal.cameras;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Connects every camera in whose state that makes sense. */
public final class ConnectAllHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Cameras cameras = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Cameras.class);
        cameras.list().stream().filter(Camera::canConnect).map(Camera::id).forEach(cameras::connect);
        return null;
    }
}
