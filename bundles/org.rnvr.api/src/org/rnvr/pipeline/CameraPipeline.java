package org.rnvr.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.event.Registration;

/**
 * The pipeline of one camera. It lives as long as the camera is enabled, while its RTSP sessions come and go: recording
 * and views outlive a session.
 * <p>
 * Every method returns at once and may be called on any thread; requests are carried out one after the other in the
 * order of the calls, and their results arrive as {@link PipelineEvent}s. A request about a session that is not open, or
 * after {@link #close()}, does nothing.
 */
@ProviderType
public interface CameraPipeline {

    /** Service property: the {@code camera_id} of the configuration. */
    String CAMERA_ID = "camera.id";

    /** The {@code camera_id} of the configuration. */
    String cameraId();

    /**
     * Registers for the events of this pipeline. The listener is called on the pipeline's own thread, in the order of the
     * events, and must return at once; an exception it throws is logged and otherwise ignored.
     */
    Registration listen(PipelineListener listener);

    /**
     * Opens an RTSP session beside those that are open. It ends in {@link PipelineEvent.SessionReady} or
     * {@link PipelineEvent.SessionFailed}. A session that is ready holds its first key frame, and what follows, back until
     * it is activated or closed.
     *
     * @return its number, rising and never used twice by this factory
     */
    long openSession();

    /**
     * Lets a ready session feed recording and views from its first key frame on, in place of the session that did so
     * before, which stays open. When recording, a new file begins.
     */
    void activate(long session);

    /**
     * Closes a session. The camera is told by TEARDOWN, which is never waited for longer than 500 ms. If it was the active
     * one, the open file is finished with {@link SegmentEnd#RECONNECTION}.
     *
     * @return completed, never exceptionally, when the session's resources are released and, if it was the active one,
     *     its file is finished
     */
    CompletionStage<Void> closeSession(long session);

    /**
     * Asks the camera for a sign of life on an open session, by a GET_PARAMETER request without a body (RFC 2326
     * section 10.8). The result is one {@link PipelineEvent.ReplyReceived}. While a request is outstanding on the
     * session, a further one is not sent and yields no event.
     */
    void requestReply(long session);

    /** What was received on an open session up to now; cheap enough to be read every 50 ms. Empty if it is not open. */
    Optional<Vitals> vitals(long session);

    /**
     * Records what the active session delivers, from what is kept in memory or else its next key frame on, and goes on across sessions until
     * {@link #stopRecording}. If recording already, the open file is finished with {@link SegmentEnd#ROTATION} and the
     * new plan holds from the next key frame on.
     */
    void startRecording(RecordingPlan plan);

    /**
     * Keeps what the active session delivers in memory whenever no file takes it: the last of it, from a key frame on. The
     * next file begins with what is kept, and no frame is in two files but in one case: while a file is written, what the
     * disk may lack of it is kept too, so that after {@link PipelineEvent.RecordingFailed} the next file begins before the
     * end of the one that failed. What is kept outlives sessions; a file is made for each. Nothing is kept until this is
     * called for the first time.
     *
     * @param atMost how much time to keep; zero: nothing, and what is kept is forgotten
     * @param bytes how many bytes of memory that may take, whatever its time
     */
    void remember(Duration atMost, long bytes);

    /**
     * Finishes the open file and records no further.
     *
     * @param cause becomes the cause of the file's end
     * @return completed, never exceptionally, when the file is finished
     */
    CompletionStage<Void> stopRecording(SegmentEnd cause);

    /**
     * Brings what was received up to now into the open file and onto the disk, as far as the file format allows: what is
     * to come may never come.
     */
    void flushRecording();

    /** Finishes the open file at the next key frame and goes on in a new one ({@link SegmentEnd#ROTATION}). */
    void splitRecording();

    /**
     * Decodes the active session's video and shows it in a native window until the view is closed. The view outlives
     * sessions.
     *
     * @param nativeWindow the window's handle (an X11 window id), which must stay valid until {@link View#close()}
     *     has completed
     */
    View show(long nativeWindow);

    /**
     * Decodes the active session's video and hands the pictures to somebody who draws them, until the view is closed: for
     * displays without native windows. It costs more than {@link #show}, which is the way where both are possible. The view
     * outlives sessions.
     * <p>
     * Pictures come as settings turn them, with square pixels, and no larger than fits into what {@link View#resized} told, nor
     * than the camera sends them.
     *
     * @param painter gets one picture after the other, each on some thread of the pipeline and none any more when
     *     {@link View#close()} has completed. While it has one it gets no other: who is slow misses pictures, and then gets the
     *     newest one. An exception it throws is logged and otherwise ignored
     */
    View draw(Consumer<Picture> painter);

    /**
     * Takes up what these settings say of pictures: how they are turned, which decoders may be used, and where the second
     * stream is. Open views follow at once; the sessions of the camera and the recording are not touched. All else that the
     * settings say holds when a pipeline is next opened.
     *
     * @param camera the camera of this pipeline
     * @param streaming the streaming section as it is now
     */
    void adjustViews(CameraSettings camera, StreamingSettings streaming);

    /**
     * Ends recording ({@link SegmentEnd#STOP}), views and sessions, and withdraws the service.
     *
     * @return completed, never exceptionally, when files are finished and all resources are released, at most 2.5 s later
     */
    CompletionStage<Void> close();
}
