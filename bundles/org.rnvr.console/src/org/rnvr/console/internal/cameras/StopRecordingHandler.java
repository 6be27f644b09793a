package org.rnvr.console.internal.cameras;

import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Records the selected camera no further. */
public final class StopRecordingHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return camera.canStopRecording();
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        cameras.stopRecording(cameraId);
    }
}
