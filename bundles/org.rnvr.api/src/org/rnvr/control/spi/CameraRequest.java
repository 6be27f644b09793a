package org.rnvr.control.spi;

import java.net.URI;
import java.util.Objects;

/**
 * An HTTP request to a camera.
 *
 * @param method for example {@code PUT}
 * @param uri http or https
 * @param contentType of the content, empty when there is none
 * @param content to send
 * @param signedContent to send instead when the request itself is signed
 */
public record CameraRequest(String method, URI uri, String contentType, String content, String signedContent) {
    public CameraRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(uri);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(content);
        Objects.requireNonNull(signedContent);
    }

    /** With the same content whether it is signed or not. */
    public CameraRequest(String method, URI uri, String contentType, String content) {
        this(method, uri, contentType, content, content);
    }
}
