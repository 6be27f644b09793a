package org.rnvr.pipeline.gst.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.SessionFailure;

/** Finds out why a camera could not be connected to, where GStreamer says no more than that it could not. May block. */
final class ConnectionCheck {

    private final RtspUrl url;
    private final Duration limit;

    ConnectionCheck(RtspUrl url, Duration limit) {
        this.url = url;
        this.limit = limit;
    }

    SessionFailure diagnose() {
        String address = url.host() + " port " + url.port();
        try (Socket socket = new Socket()) {
            InetAddress host = InetAddress.getByName(url.host());
            socket.connect(new InetSocketAddress(host, url.port()), (int) limit.toMillis());
            return new SessionFailure(
                    FailureKind.PROTOCOL, "Something listens at " + address + ", but it does not speak RTSP.");
        } catch (UnknownHostException e) {
            return new SessionFailure(FailureKind.UNREACHABLE, "The host name " + url.host() + " is unknown.");
        } catch (ConnectException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            if (message.contains("refused")) {
                return new SessionFailure(FailureKind.REFUSED, "The connection to " + address + " was refused.");
            }
            return unreachable(address);
        } catch (IOException e) {
            return unreachable(address);
        }
    }

    private static SessionFailure unreachable(String address) {
        return new SessionFailure(FailureKind.UNREACHABLE, "Nothing answers at " + address + ".");
    }
}
