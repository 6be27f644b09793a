package org.rnvr.detect.adaptive.internal;

/** What was learned of a camera over all its sessions, and what it is held to. */
final class CameraRhythm {

    private final TrackRhythm video;
    private final TrackRhythm audio;
    private Promise promise;

    CameraRhythm(Promise promise) {
        this.promise = promise;
        video = new TrackRhythm(promise);
        audio = new TrackRhythm(promise);
    }

    /** Holds the camera to a promise from now on. */
    void keep(Promise other) {
        if (!other.equals(promise)) {
            promise = other;
            video.keep(other);
            audio.keep(other);
        }
    }

    Promise promise() {
        return promise;
    }

    TrackRhythm video() {
        return video;
    }

    TrackRhythm audio() {
        return audio;
    }
}
