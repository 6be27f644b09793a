package org.rnvr.control;

import java.util.List;
import java.util.Objects;

/**
 * What a camera tells of itself.
 *
 * @param manufacturer who made it
 * @param model what it is
 * @param firmware version of its firmware
 * @param serialNumber number of the single device
 * @param streams what it streams, in its order: mostly the main stream first, the sub stream second; empty for none
 */
public record CameraDescription(
        String manufacturer, String model, String firmware, String serialNumber, List<Stream> streams) {
    public CameraDescription {
        Objects.requireNonNull(manufacturer);
        Objects.requireNonNull(model);
        Objects.requireNonNull(firmware);
        Objects.requireNonNull(serialNumber);
        streams = List.copyOf(streams);
    }

    /**
     * A stream, called profile by ONVIF.
     *
     * @param token the camera's word for it
     * @param name for people; the token when the camera has none
     * @param source which of the camera's eyes it is of; empty when the camera does not tell
     * @param codec for example {@code H264}; empty when the camera does not tell
     * @param width of the picture in pixels, 0 when the camera does not tell
     * @param height of the picture in pixels, 0 when the camera does not tell
     * @param framesPerSecond at most, 0 when the camera does not tell
     * @param movable whether the camera can be moved by it
     * @param rtspUrl without user name and password
     */
    public record Stream(
            String token,
            String name,
            String source,
            String codec,
            int width,
            int height,
            double framesPerSecond,
            boolean movable,
            String rtspUrl) {
        public Stream {
            Objects.requireNonNull(token);
            name = name.isBlank() ? token : name;
            Objects.requireNonNull(source);
            Objects.requireNonNull(codec);
            Objects.requireNonNull(rtspUrl);
        }
    }
}
