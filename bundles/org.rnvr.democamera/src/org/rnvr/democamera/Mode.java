package org.rnvr.democamera;

/** Where a demo camera's picture comes from. */
public enum Mode {
    /** Drawn and encoded while a client watches, with the time of day in the picture; every client costs an encoder. */
    LIVE,
    /** A clip encoded once when the server starts and sent in an endless loop; clients cost little. */
    CLIP
}
