package org.rnvr.console.internal.cameras;

import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Connects the selected camera. */
public final class ConnectHandler extends CameraHandler {

    @Override
    boolean makesSense(Camera camera) {
        return camera.canConnect();
    }

    @Override
    void request(Cameras cameras, String cameraId) {
        cameras.connect(cameraId);
    }
}
