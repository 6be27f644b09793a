package org.rnvr.control;

import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;

/**
 * Moves cameras by one protocol.
 * <p>
 * An OSGi service, one for each protocol; the one for a camera is that of its {@link CameraSettings.Ptz#type()}. Any thread.
 */
@ProviderType
public interface PtzControl {

    /** The protocol. */
    PtzType type();

    /**
     * Gets ready to move a camera. Returns at once; nothing is sent yet.
     *
     * @param camera its address, port, channel and credentials are taken as they are now; when they change, open it anew
     * @throws IllegalArgumentException if the camera is of another protocol
     */
    PtzCamera open(CameraSettings camera);
}
