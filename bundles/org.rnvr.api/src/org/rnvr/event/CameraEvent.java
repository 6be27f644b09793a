package org.rnvr.event;

import org.osgi.annotation.versioning.ConsumerType;

/** An event of one camera. */
@ConsumerType
public interface CameraEvent extends RnvrEvent {

    /** The {@code camera_id} of the configuration. */
    String cameraId();
}
