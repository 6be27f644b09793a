package org.rnvr.pipeline;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;

/**
 * Tries cameras out before anybody relies on them.
 * <p>
 * An OSGi service; any thread.
 */
@ProviderType
public interface CameraTrials {

    /**
     * Opens a session with a camera, looks for a few seconds at what it sends, and closes it. Nothing is kept, and a pipeline
     * that the camera may have already is not touched; a camera with room for one session only says that it is busy.
     * Returns at once.
     *
     * @param camera the camera
     * @param streaming how the session is received
     * @return what came of it, at the latest some seconds after {@code streaming.tcpTimeout()}; never completed exceptionally
     */
    CompletionStage<CameraTrial> tryOut(CameraSettings camera, StreamingSettings streaming);
}
