package org.rnvr.console.internal.recording;

import org.rnvr.console.internal.cameras.CameraHandler;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Interrupts the recording of the selected cameras. */
public final class PauseRecordingHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return RecordingRequest.PAUSE.makesSense(camera);
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        RecordingRequest.PAUSE.make(cameras, cameraId);
    }
}
