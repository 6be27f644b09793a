package org.rnvr.console.internal.recording;

import org.rnvr.console.internal.cameras.CameraHandler;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** Leaves the recording of the selected cameras to their calendars. */
public final class ReleaseRecordingHandler extends CameraHandler {

    @Override
    protected boolean makesSense(Camera camera) {
        return RecordingRequest.RELEASE.makesSense(camera);
    }

    @Override
    protected void request(Cameras cameras, String cameraId) {
        RecordingRequest.RELEASE.make(cameras, cameraId);
    }
}
