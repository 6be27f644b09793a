package org.rnvr.monitor;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * Watches the connection of every configured camera and keeps it up.
 * <p>
 * An OSGi service. All methods return at once and may be called on any thread.
 */
@ProviderType
public interface CameraMonitor {

    /** The status of every configured camera, in display order. */
    List<CameraStatus> cameras();

    /**
     * Registers for changes of status. The observer is called with the present status of every camera, then with every
     * change, in order, on the monitor's thread, and must return at once; an exception it throws is logged and otherwise
     * ignored. A camera that was removed from the configuration is reported a last time as
     * {@link ConnectionState#DISCONNECTED} and is then no longer among {@link #cameras()}.
     */
    Registration observe(Consumer<CameraStatus> observer);

    /**
     * What each strategy that acts thinks of the camera's active session, in the order of the strategies' names, as of the
     * monitor's last tick; cheap enough to be asked at every frame of a display. Empty while no session is active, and for
     * unknown ids.
     */
    List<StrategyAssessment> assessments(String cameraId);

    /** Connects a camera that is not wanted at present, or tries one at once that is waited for. Unknown ids: no effect. */
    void connect(String cameraId);

    /** Stops a camera: no session, no recording, until {@link #connect}. Unknown ids: no effect. */
    void stop(String cameraId);

    /**
     * Stops every camera for good, as the recorder is about to end. Configuration and requests have no effect any more.
     *
     * @return completed, never exceptionally, when all files are finished and all sessions closed
     */
    CompletionStage<Void> shutdown();
}
