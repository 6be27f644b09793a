package org.rnvr.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rnvr.event.Moment;

/** The result of a request to a pipeline, or something that happened in it. */
public sealed interface PipelineEvent {

    /** When it happened. */
    Moment at();

    /**
     * A session received its first key frame, which it holds back until it is activated, and more video after it.
     *
     * @param at arrival of the key frame
     * @param session its number
     * @param media what it delivers
     */
    record SessionReady(Moment at, long session, MediaDescription media) implements PipelineEvent {}

    /**
     * A session failed or ended and delivers nothing any more; it still has to be closed. At most once a session.
     *
     * @param at when
     * @param session its number
     * @param failure why
     */
    record SessionFailed(Moment at, long session, SessionFailure failure) implements PipelineEvent {}

    /**
     * The end of a request made with {@link CameraPipeline#requestReply}.
     *
     * @param at when
     * @param session the session's number
     * @param outcome what became of the request
     * @param status the RTSP status code when answered, else 0
     * @param roundTrip from request to end
     */
    record ReplyReceived(Moment at, long session, ReplyOutcome outcome, int status, Duration roundTrip)
            implements PipelineEvent {}

    /**
     * A part of a session said how full its buffer is (a BUFFERING message of GStreamer).
     *
     * @param at when
     * @param session the session's number
     * @param percent 0 (empty) to 100
     */
    record Buffering(Moment at, long session, int percent) implements PipelineEvent {}

    /**
     * A recording file was begun with a key frame.
     *
     * @param at when
     * @param session the session it is recorded from
     * @param file the file
     * @param start arrival of its first frame
     * @param startNanos the same by {@link System#nanoTime()}, which does not change when the clock of this machine is set
     * @param media what is recorded
     */
    record SegmentOpened(Moment at, long session, Path file, Instant start, long startNanos, MediaDescription media)
            implements PipelineEvent {}

    /**
     * A recording file is finished and closed.
     *
     * @param at when
     * @param file the file
     * @param start arrival of its first frame
     * @param end arrival of its last video frame
     * @param endNanos the same by {@link System#nanoTime()}
     * @param bytes its size
     * @param frames its number of video frames
     * @param cameraStart what the camera's own clock said of the first frame, where it told its clock (RTCP sender reports,
     *     RFC 3550 section 6.4.1)
     * @param cause why it ended
     */
    record SegmentClosed(
            Moment at,
            Path file,
            Instant start,
            Instant end,
            long endNanos,
            long bytes,
            long frames,
            Optional<Instant> cameraStart,
            SegmentEnd cause)
            implements PipelineEvent {}

    /**
     * Recording failed, for example because the disk is full. The open file is finished as far as possible and recording
     * ends until {@link CameraPipeline#startRecording} is called again; sessions and views go on.
     *
     * @param at when
     * @param reason one sentence for the operator
     */
    record RecordingFailed(Moment at, String reason) implements PipelineEvent {}

    /**
     * A view cannot show the picture. Sessions, recording and other views go on.
     *
     * @param at when
     * @param view the view
     * @param lack what it lacks
     * @param reason one sentence for the operator
     */
    record ViewFailed(Moment at, View view, ViewFailure lack, String reason) implements PipelineEvent {}
}
