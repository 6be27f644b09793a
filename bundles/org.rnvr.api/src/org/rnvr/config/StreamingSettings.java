package org.rnvr.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

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
 * @param detection how the loss of a camera is noticed
 * @param transport how media travel
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
        DetectionSettings detection,
        Transport transport,
        boolean autoReconnect,
        int maxReconnectAttempts,
        Duration reconnectDelay) {

    /** What holds where the configuration says nothing. */
    public static final StreamingSettings DEFAULT = new StreamingSettings(
            new Layout(1, 1),
            Osd.DEFAULT,
            true,
            List.of("avdec_h264", "omxh264dec", "v4l2h264dec"),
            10 << 20,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            DetectionSettings.DEFAULT,
            Transport.TCP,
            true,
            5,
            Duration.ofSeconds(5));

    public StreamingSettings {
        Objects.requireNonNull(defaultLayout);
        Objects.requireNonNull(osd);
        decoderPreference = List.copyOf(decoderPreference);
        Objects.requireNonNull(latency);
        Objects.requireNonNull(tcpTimeout);
        Objects.requireNonNull(detection);
        Objects.requireNonNull(transport);
        Objects.requireNonNull(reconnectDelay);
    }

    /** The same with another way of noticing losses. */
    public StreamingSettings with(DetectionSettings otherDetection) {
        return new StreamingSettings(
                defaultLayout,
                osd,
                useHardwareAcceleration,
                decoderPreference,
                bufferSize,
                latency,
                tcpTimeout,
                otherDetection,
                transport,
                autoReconnect,
                maxReconnectAttempts,
                reconnectDelay);
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
            int yPad) {

        /** What holds where the configuration says nothing. */
        public static final Osd DEFAULT =
                new Osd(true, true, 14, 255, 255, 255, VerticalAlignment.TOP, HorizontalAlignment.LEFT, 20, 15);
    }

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
