package org.rnvr.console.internal.recording;

import org.rnvr.console.internal.cameras.CameraHandler;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Lets the recording of the selected cameras go on. */
public final class ResumeRecordingHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return RecordingRequest.RESUME.makesSense(camera);
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        RecordingRequest.RESUME.make(cameras, cameraId);
    }
}
