package org.rnvr.console.internal.recording;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;

/** What can be asked of a camera's recording. */
enum RecordingRequest {
    START(Camera::canStartRecording, Cameras::startRecording),
    STOP(Camera::canStopRecording, Cameras::stopRecording),
    PAUSE(Camera::canPauseRecording, Cameras::pauseRecording),
    RESUME(Camera::canResumeRecording, Cameras::resumeRecording),
    RELEASE(Camera::canReleaseRecording, Cameras::releaseRecording);

    private final Predicate<Camera> sense;
    private final BiConsumer<Cameras, String> request;

    RecordingRequest(Predicate<Camera> sense, BiConsumer<Cameras, String> request) {
        this.sense = sense;
        this.request = request;
    }

    /** Whether it would change anything. */
    boolean makesSense(Camera camera) {
        return sense.test(camera);
    }

    /** Asks for it. */
    void make(Cameras cameras, String cameraId) {
        request.accept(cameras, cameraId);
    }

    /** Asks it of every camera for which it makes sense. */
    void makeOfAll(Cameras cameras) {
        cameras.list().stream().filter(sense).map(Camera::id).forEach(id -> request.accept(cameras, id));
    }
}
