package org.rnvr.control.onvif.internal;

import java.util.List;
import java.util.Optional;
import org.rnvr.control.spi.XmlElement;

/**
 * A profile of the media service, which ties an eye of the camera to an encoder and to motors (ONVIF Media Service
 * Specification, section 4).
 *
 * @param token the camera's word for it
 * @param name for people, may be empty
 * @param source the eye; empty when the camera does not tell
 * @param codec empty when the profile encodes nothing
 * @param width in pixels, 0 when unknown
 * @param height in pixels, 0 when unknown
 * @param framesPerSecond at most, 0 when unknown
 * @param motors empty when it moves nothing
 */
record MediaProfile(
        String token,
        String name,
        String source,
        String codec,
        int width,
        int height,
        double framesPerSecond,
        Optional<Motors> motors) {

    /**
     * What moves.
     *
     * @param panTilt whether it turns
     * @param zoom whether it zooms
     */
    record Motors(boolean panTilt, boolean zoom) {}

    static List<MediaProfile> of(XmlElement response) {
        return response.children("Profiles").map(MediaProfile::read).toList();
    }

    private static MediaProfile read(XmlElement profile) {
        Optional<XmlElement> encoder = profile.at("VideoEncoderConfiguration");
        return new MediaProfile(
                profile.attribute("token"),
                profile.textAt("Name"),
                profile.textAt("VideoSourceConfiguration", "SourceToken"),
                encoder.map(it -> it.textAt("Encoding")).orElse(""),
                encoder.map(it -> it.numberAt("Resolution", "Width").orElse(0)).orElse(0),
                encoder.map(it -> it.numberAt("Resolution", "Height").orElse(0)).orElse(0),
                encoder.map(it -> rate(it.textAt("RateControl", "FrameRateLimit")))
                        .orElse(0.0),
                profile.at("PTZConfiguration").map(MediaProfile::motors));
    }

    private static double rate(String text) {
        return text.matches("\\d{1,4}(\\.\\d{1,6})?") ? Double.parseDouble(text) : 0;
    }

    /** A camera that names no space for a velocity at all is taken at its word that it moves. */
    private static Motors motors(XmlElement configuration) {
        boolean panTilt =
                configuration.at("DefaultContinuousPanTiltVelocitySpace").isPresent();
        boolean zoom = configuration.at("DefaultContinuousZoomVelocitySpace").isPresent();
        return new Motors(panTilt || !zoom, zoom || !panTilt);
    }
}
