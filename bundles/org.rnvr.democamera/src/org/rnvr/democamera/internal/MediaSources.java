package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;

/** Opens the source of a client's media. */
@FunctionalInterface
interface MediaSources {

    /**
     * Called before the media starts.
     *
     * @param bin the media's elements, valid during the call
     * @return its source
     */
    MediaSource open(Pointer bin);
}
