package org.rnvr.pipeline.gst.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.SessionFailure;

/** Says what an error of a session means. */
final class FailureMapping {

    private static final String RESOURCE = "gst-resource-error-quark";
    private static final String STREAM = "gst-stream-error-quark";
    private static final String CORE = "gst-core-error-quark";

    private static final int RESOURCE_NOT_FOUND = 3;
    private static final int RESOURCE_OPEN_READ = 5;
    private static final int RESOURCE_OPEN_READ_WRITE = 7;
    private static final int RESOURCE_NOT_AUTHORIZED = 15;
    private static final int CORE_MISSING_PLUGIN = 12;
    private static final int STREAM_CODEC_NOT_FOUND = 6;

    /** {@code Got error response from Server: 503 (Service Unavailable).} and {@code … Unauthorized (401)}. */
    private static final Pattern STATUS =
            Pattern.compile("(?:error response[^:]*:\\s*|\\()([1-5]\\d\\d)(?=\\s*\\(|\\))", Pattern.CASE_INSENSITIVE);

    private FailureMapping() {}

    /**
     * What an error means by itself.
     *
     * @param error the error
     * @param streaming whether frames had come before
     * @param refusedVideo the encoding that the camera offered and that cannot be recorded
     * @return empty if only a look at the network can tell
     */
    static Optional<SessionFailure> failure(PartMessage error, boolean streaming, Optional<String> refusedVideo) {
        if (error.domain().equals(CORE) && error.code() == CORE_MISSING_PLUGIN) {
            return failure(FailureKind.ELEMENT_MISSING, error.text());
        }
        Optional<SessionFailure> answered = status(error).flatMap(FailureMapping::ofStatus);
        if (answered.isPresent()) {
            return answered;
        }
        if (error.domain().equals(RESOURCE)) {
            switch (error.code()) {
                case RESOURCE_NOT_AUTHORIZED -> {
                    return ofStatus(401);
                }
                case RESOURCE_NOT_FOUND -> {
                    return ofStatus(404);
                }
                default -> {
                    // Told apart below.
                }
            }
        }
        if (streaming) {
            return failure(FailureKind.ENDED, "The connection to the camera broke.");
        }
        if (refusedVideo.isPresent()
                || error.domain().equals(STREAM) && error.code() == STREAM_CODEC_NOT_FOUND
                || error.debug().contains("No supported stream")) {
            return Optional.of(withoutVideo(refusedVideo));
        }
        if (error.debug().contains("UDP packets")) {
            return failure(
                    FailureKind.UNREACHABLE,
                    "The camera accepted the session, but none of its UDP packets arrives; a firewall may stop them.");
        }
        if (error.debug().contains("Failed to connect")) {
            return Optional.empty();
        }
        if (error.debug().contains("Timeout while waiting")) {
            return failure(FailureKind.UNREACHABLE, "The camera takes the connection, but does not answer in time.");
        }
        if (error.debug().contains("end-of-file") || error.debug().contains("closed the connection")) {
            return failure(FailureKind.ENDED, "The camera closed the connection while the session was set up.");
        }
        if (error.domain().equals(RESOURCE)
                && (error.code() == RESOURCE_OPEN_READ || error.code() == RESOURCE_OPEN_READ_WRITE)) {
            return Optional.empty();
        }
        return failure(FailureKind.PROTOCOL, "The camera answered in a way that RTSP does not allow.");
    }

    /**
     * What a warning means for a session that has received nothing yet. The source tells of a closed connection by a warning
     * and the end of its streams, and has no stream before the first packet.
     */
    static Optional<SessionFailure> beforeMedia(PartMessage warning) {
        return warning.domain().equals(RESOURCE) && warning.debug().contains("closed the connection")
                ? failure(FailureKind.ENDED, "The camera closed the connection before it sent anything.")
                : Optional.empty();
    }

    /** The camera sends no video that can be recorded; it may send some in an encoding that cannot. */
    static SessionFailure withoutVideo(Optional<String> refused) {
        return new SessionFailure(
                FailureKind.UNSUPPORTED_MEDIA,
                refused.map(encoding ->
                                "The camera sends video as " + encoding + "; only H.264 and H.265 can be recorded.")
                        .orElse("The camera sends no video."));
    }

    private static Optional<Integer> status(PartMessage error) {
        Matcher matcher = STATUS.matcher(error.text() + "\n" + error.debug());
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** What an RTSP status other than success means. */
    static Optional<SessionFailure> ofStatus(int status) {
        return switch (status) {
            case 401, 403 ->
                failure(
                        FailureKind.UNAUTHORIZED,
                        "The camera refuses this user name and password (RTSP " + status + ").");
            case 404, 410, 454 ->
                failure(FailureKind.NOT_FOUND, "The camera has no such stream (RTSP " + status + ").");
            case 453, 503 ->
                failure(FailureKind.BUSY, "The camera has no room for a further session (RTSP " + status + ").");
            default ->
                status >= 300
                        ? failure(FailureKind.PROTOCOL, "The camera answered with an error (RTSP " + status + ").")
                        : Optional.empty();
        };
    }

    private static Optional<SessionFailure> failure(FailureKind kind, String text) {
        return Optional.of(new SessionFailure(kind, text));
    }
}
