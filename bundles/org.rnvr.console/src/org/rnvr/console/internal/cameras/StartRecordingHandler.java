package org.rnvr.console.internal.cameras;

import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Records the selected camera. */
public final class StartRecordingHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return camera.canStartRecording();
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        cameras.startRecording(cameraId);
    }
}
