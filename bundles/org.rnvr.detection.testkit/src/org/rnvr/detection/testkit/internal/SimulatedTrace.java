package org.rnvr.detection.testkit.internal;

import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.testkit.Trace;

/** A camera, a path and a machine put together. */
public final class SimulatedTrace implements Trace {

    private static final long AUDIO_INTERVAL = Nanos.ofMillis(64);
    private static final int AUDIO_BYTES = 256;

    private final Camera camera;
    private final Path path;
    private final Standstills standstills;

    private long audioSent;
    private boolean begun;
    private Track track = Track.VIDEO;
    private long arrival;
    private boolean standing;
    private long standstill;

    /** With or without audio beside the camera's video. */
    public SimulatedTrace(Camera camera, Path path, Standstills standstills, boolean audio) {
        this.camera = camera;
        this.path = path;
        this.standstills = standstills;
        camera.next();
        audioSent = audio ? camera.sent() + AUDIO_INTERVAL / 2 : Nanos.NEVER;
    }

    @Override
    public boolean next() {
        boolean arrives;
        do {
            arrives = path.carry(send());
        } while (!arrives);
        arrival = path.arrival();
        standstill = 0;
        if (arrival >= standstills.begin()) {
            standStill();
        }
        return true;
    }

    @Override
    public long arrivalNanos() {
        return arrival;
    }

    @Override
    public long presentationNanos() {
        return track == Track.VIDEO ? camera.presentation() : audioSent;
    }

    @Override
    public Track track() {
        return track;
    }

    @Override
    public boolean keyFrame() {
        return track == Track.VIDEO && camera.key();
    }

    @Override
    public int bytes() {
        return track == Track.VIDEO ? camera.bytes() : AUDIO_BYTES;
    }

    @Override
    public long heldSinceNanos() {
        return path.heldSince();
    }

    @Override
    public long pathBackNanos() {
        return path.pathBack();
    }

    @Override
    public long goneNanos() {
        return track == Track.VIDEO ? camera.gone() : 0;
    }

    @Override
    public long standstillNanos() {
        return standstill;
    }

    private long send() {
        if (!begun) {
            begun = true;
        } else if (track == Track.VIDEO) {
            camera.next();
            if (audioSent < camera.sent() && audioSent > camera.sent() - camera.gone()) {
                audioSent = camera.sent() + AUDIO_INTERVAL / 2;
            }
        } else {
            audioSent += AUDIO_INTERVAL;
        }
        track = camera.sent() <= audioSent ? Track.VIDEO : Track.AUDIO;
        return track == Track.VIDEO ? camera.sent() : audioSent;
    }

    private void standStill() {
        while (arrival >= standstills.end()) {
            standstills.plan();
            standing = false;
        }
        if (arrival >= standstills.begin()) {
            standstill = standing ? 0 : standstills.end() - standstills.begin();
            standing = true;
            arrival = standstills.end();
        }
    }
}
