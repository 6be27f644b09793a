package org.rnvr.recording;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * Records cameras to disk.
 * <p>
 * An OSGi service. All methods return at once and may be called on any thread.
 */
@ProviderType
public interface Recorder {

    /** The status of every camera that is or was recorded in this run, sorted by camera. */
    List<RecordingStatus> recordings();

    /**
     * Registers for changes of status. The observer is called with the present status of every camera, then with every
     * change, in order, and must return at once; an exception it throws is logged and otherwise ignored.
     */
    Registration observe(Consumer<RecordingStatus> observer);

    /**
     * Records a camera until {@link #stop}, whatever its calendar says, from the last seconds on that are in memory
     * ({@code recording.pre_roll_seconds}) or else from its next key frame on. Unknown ids: no effect.
     */
    void start(String cameraId);

    /**
     * Finishes a camera's file and records it no further until {@link #start}, whatever its calendar says. Unknown ids: no
     * effect.
     */
    void stop(String cameraId);

    /**
     * Interrupts a camera's recording until {@link #resume}; nothing of it is kept, not even in memory. Unknown ids: no
     * effect.
     */
    void pause(String cameraId);

    /** Lets a camera's recording go on as before {@link #pause}. Unknown ids: no effect. */
    void resume(String cameraId);

    /**
     * Takes back {@link #start}, {@link #stop} and {@link #pause}: the configuration and the camera's calendar say whether it
     * is recorded. Unknown ids: no effect.
     */
    void release(String cameraId);

    /**
     * Tells when nothing is left to be done of what pipelines reported before this call.
     *
     * @return completed, never exceptionally, when all of it is on its way to the catalog and posted as events
     */
    CompletionStage<Void> settled();
}
