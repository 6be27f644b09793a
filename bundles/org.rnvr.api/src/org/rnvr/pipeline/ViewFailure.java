package org.rnvr.pipeline;

/** What a view lacks that shows nothing any more. */
public enum ViewFailure {

    /**
     * A native window that pictures can be shown in: it cannot be drawn in, or what draws in windows is not installed. The
     * pictures can still be {@linkplain CameraPipeline#draw drawn} by whoever wants to see them.
     */
    WINDOW,

    /** Pictures: nothing on this machine makes any of what the camera sends. */
    PICTURES
}
