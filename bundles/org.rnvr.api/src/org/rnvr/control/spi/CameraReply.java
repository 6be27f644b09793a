package org.rnvr.control.spi;

/**
 * What a camera answered.
 *
 * @param status of HTTP, never 401
 * @param content what it sent, at most {@link CameraHttp#LONGEST_CONTENT} bytes
 */
public record CameraReply(int status, byte[] content) {

    /** Whether the camera did what it was asked for. */
    public boolean isGood() {
        return status / 100 == 2;
    }
}
