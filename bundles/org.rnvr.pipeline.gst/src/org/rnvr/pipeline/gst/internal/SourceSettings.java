package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import org.rnvr.config.Credentials;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;

/**
 * How a session is received.
 *
 * @param url the camera
 * @param credentials what to present to it
 * @param transport how media travel
 * @param latency of the jitter buffer
 * @param tcpTimeout limit for connecting, sending and receiving
 * @param bufferSize of the UDP sockets in bytes
 * @param audio whether audio is received, too
 */
record SourceSettings(
        RtspUrl url,
        Credentials credentials,
        Transport transport,
        Duration latency,
        Duration tcpTimeout,
        int bufferSize,
        boolean audio) {

    static SourceSettings of(RtspUrl url, Credentials credentials, StreamingSettings streaming) {
        return new SourceSettings(
                url,
                credentials,
                streaming.transport(),
                streaming.latency(),
                streaming.tcpTimeout(),
                streaming.bufferSize(),
                true);
    }

    SourceSettings withoutAudio() {
        return new SourceSettings(url, credentials, transport, latency, tcpTimeout, bufferSize, false);
    }
}
