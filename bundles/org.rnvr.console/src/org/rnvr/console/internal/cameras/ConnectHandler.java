package org.rnvr.console.internal.cameras;

import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Connects the selected camera. */
public final class ConnectHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return camera.canConnect();
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        cameras.connect(cameraId);
    }
}
