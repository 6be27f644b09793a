package org.rnvr.playback;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens players of recordings.
 * <p>
 * An OSGi service. It is there even when the media framework or the catalog is not; then the player's state says why it shows
 * nothing.
 */
@ProviderType
public interface Playback {

    /** The most cameras that one player plays in step. */
    int MOST_CAMERAS = 4;

    /** Opens a player that stands still and shows no camera yet. Returns at once; any thread. */
    Player open();
}
