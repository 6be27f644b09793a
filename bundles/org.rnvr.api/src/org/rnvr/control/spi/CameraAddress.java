package org.rnvr.control.spi;

import java.net.URI;
import org.rnvr.config.CameraSettings;

/**
 * Where a camera is talked to beside its stream: the machine that streams, at the port for control.
 *
 * @param host name or address; empty when the camera's settings have none, in which case it is never reached
 * @param port of HTTP
 */
public record CameraAddress(String host, int port) {

    /** The address of a camera. */
    public static CameraAddress of(CameraSettings camera) {
        String url = camera.rtspUrl();
        int begin = url.indexOf("://") + 3;
        String authority = begin < 3 ? "" : url.substring(begin).replaceFirst("[/?#].*", "");
        String host = authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", "");
        return new CameraAddress(host, camera.ptz().port());
    }

    /** The URL of a path, which begins with a slash and needs no encoding. */
    public URI at(String path) {
        return URI.create("http://" + host + ":" + port + path);
    }
}
