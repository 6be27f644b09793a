package org.rnvr.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Section {@code streaming}.
 *
 * @param defaultLayout grid of tiles at start
 * @param osd what is written over the picture
 * @param useHardwareAcceleration whether hardware decoders may be used
 * @param decoderPreference names of decoder elements, best first
 * @param bufferSize receive buffer in bytes
 * @param latency length of the jitter buffer
 * @param tcpTimeout limit for setting a connection up
 * @param keepaliveTimeout interval of the keep-alive request, and how long its reply may take
 * @param firstFrameTimeout how long a session that was set up may take to deliver its first key frame
 * @param transport how media travel
 * @param detectionStrategies names of the strategies that act; empty for all that are installed
 * @param autoReconnect whether a lost camera is connected again by itself
 * @param maxReconnectAttempts attempts before a camera is reported offline; 0 for no limit
 * @param reconnectDelay upper bound of the wait between attempts
 */
public record StreamingSettings(
        Layout defaultLayout,
        Osd osd,
        boolean useHardwareAcceleration,
        List<String> decoderPreference,
        int bufferSize,
        Duration latency,
        Duration tcpTimeout,
        Duration keepaliveTimeout,
        Duration firstFrameTimeout,
        Transport transport,
        Optional<Set<String>> detectionStrategies,
        boolean autoReconnect,
        int maxReconnectAttempts,
        Duration reconnectDelay) {

    public StreamingSettings {
        decoderPreference = List.copyOf(decoderPreference);
        detectionStrategies = detectionStrategies.map(Set::copyOf);
    }

    /** Whether the strategy of this name acts. */
    public boolean uses(String strategy) {
        return detectionStrategies.map(names -> names.contains(strategy)).orElse(true);
    }

    /**
     * What is written over the picture.
     *
     * @param timestamp whether the time is
     * @param cameraName whether the camera's name is
     * @param fontSize in points
     * @param red of the colour, 0 to 255
     * @param green of the colour, 0 to 255
     * @param blue of the colour, 0 to 255
     * @param vertical place
     * @param horizontal place
     * @param xPad distance from the left or right edge in pixels
     * @param yPad distance from the upper or lower edge in pixels
     */
    public record Osd(
            boolean timestamp,
            boolean cameraName,
            int fontSize,
            int red,
            int green,
            int blue,
            VerticalAlignment vertical,
            HorizontalAlignment horizontal,
            int xPad,
            int yPad) {}

    /** Vertical place of what is written over the picture. */
    public enum VerticalAlignment {
        /** At the upper edge. */
        TOP,
        /** In the middle. */
        CENTER,
        /** At the lower edge. */
        BOTTOM
    }

    /** Horizontal place of what is written over the picture. */
    public enum HorizontalAlignment {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTER,
        /** At the right edge. */
        RIGHT
    }
}
