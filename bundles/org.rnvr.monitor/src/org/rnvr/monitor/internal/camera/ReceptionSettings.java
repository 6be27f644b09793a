package org.rnvr.monitor.internal.camera;

import java.time.Duration;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Credentials;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;

/**
 * The settings that a pipeline receives with. A pipeline is opened anew when one of them changes, and for no other setting:
 * that interrupts the recording.
 */
record ReceptionSettings(
        String rtspUrl,
        Credentials credentials,
        Transport transport,
        Duration latency,
        Duration tcpTimeout,
        int bufferSize) {

    static ReceptionSettings of(CameraSettings camera, StreamingSettings streaming) {
        return new ReceptionSettings(
                camera.rtspUrl(),
                camera.credentials(),
                streaming.transport(),
                streaming.latency(),
                streaming.tcpTimeout(),
                streaming.bufferSize());
    }
}
