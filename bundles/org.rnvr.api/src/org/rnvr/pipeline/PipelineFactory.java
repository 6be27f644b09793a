package org.rnvr.pipeline;

import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;

/**
 * Opens camera pipelines.
 * <p>
 * An OSGi service. It is there even when the media framework is not: then every session fails with
 * {@link FailureKind#FRAMEWORK_MISSING} and its reason.
 */
@ProviderType
public interface PipelineFactory {

    /**
     * Opens the pipeline of a camera and publishes it as an OSGi service {@link CameraPipeline} with the property
     * {@link CameraPipeline#CAMERA_ID}. No session is opened yet. Returns at once; any thread.
     *
     * @param camera the camera
     * @param streaming how its sessions are received
     * @throws IllegalStateException if a pipeline of this camera is open already
     */
    CameraPipeline open(CameraSettings camera, StreamingSettings streaming);
}
