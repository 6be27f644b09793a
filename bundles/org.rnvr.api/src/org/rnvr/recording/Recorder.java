package org.rnvr.recording;

import java.util.List;
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

    /** Records a camera from its next key frame on, until {@link #stop}. Unknown ids: no effect. */
    void start(String cameraId);

    /** Finishes a camera's file and records it no further until {@link #start}. Unknown ids: no effect. */
    void stop(String cameraId);
}
