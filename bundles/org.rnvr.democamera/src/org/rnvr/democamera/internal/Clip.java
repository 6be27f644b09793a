package org.rnvr.democamera.internal;

import java.util.List;

/**
 * A camera's clip.
 *
 * @param tracks picture, then sound if there is any
 */
record Clip(List<ClipTrack> tracks) implements AutoCloseable {

    Clip {
        tracks = List.copyOf(tracks);
    }

    @Override
    public void close() {
        tracks.forEach(ClipTrack::close);
    }
}
