package org.rnvr.console.internal.cameras;

import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Stops the selected camera. */
public final class StopHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return camera.canStop();
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        cameras.stop(cameraId);
    }
}
