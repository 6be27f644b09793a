package org.rnvr.pipeline;

import java.util.Objects;
import java.util.Optional;
import org.rnvr.config.Transport;

/**
 * What a session delivers.
 *
 * @param videoCodec {@code h264} or {@code h265}
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param audioCodec {@code aac}, {@code pcma} or {@code pcmu}; empty without audio that can be recorded
 * @param transport how it arrives: {@link Transport#TCP} or {@link Transport#UDP}
 */
public record MediaDescription(
        String videoCodec, int width, int height, Optional<String> audioCodec, Transport transport) {
    public MediaDescription {
        Objects.requireNonNull(videoCodec);
        Objects.requireNonNull(audioCodec);
        Objects.requireNonNull(transport);
    }
}
