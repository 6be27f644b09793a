package org.rnvr.democamera;

import java.util.Objects;
import java.util.Optional;

/**
 * What a server of demo cameras offers.
 *
 * @param address address to listen at
 * @param port TCP port, 0 for any free one
 * @param cameras number of cameras, 1 to 1000, reached as {@code /demo1}, {@code /demo2} and so on
 * @param mode where the pictures come from
 * @param video what the pictures are like
 * @param audio sound beside them
 * @param login what clients must present, empty for nothing
 * @param getParameter how GET_PARAMETER is treated
 * @param maxSessions RTSP sessions at a time over all cameras, 0 for any number; one more is refused with 503
 * @param sessionTimeoutSeconds seconds after which a silent session is forgotten, 5 to 3600
 */
public record DemoCameraOptions(
        String address,
        int port,
        int cameras,
        Mode mode,
        Video video,
        Audio audio,
        Optional<Login> login,
        GetParameter getParameter,
        int maxSessions,
        int sessionTimeoutSeconds) {

    /** One live camera at 127.0.0.1, port 8554. */
    public static final DemoCameraOptions DEFAULT = new DemoCameraOptions(
            "127.0.0.1", 8554, 1, Mode.LIVE, Video.DEFAULT, Audio.NONE, Optional.empty(), GetParameter.ANSWERED, 0, 60);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range
     */
    public DemoCameraOptions {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(getParameter, "getParameter");
        requireRange("port", port, 0, 65535);
        requireRange("cameras", cameras, 1, 1000);
        requireRange("max-sessions", maxSessions, 0, 100_000);
        requireRange("session-timeout", sessionTimeoutSeconds, 5, 3600);
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be between " + min + " and " + max + ", not " + value);
        }
    }
}
