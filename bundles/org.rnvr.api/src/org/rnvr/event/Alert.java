package org.rnvr.event;

import java.util.Objects;
import java.util.Optional;

/**
 * The operator should look at something: what lasts, as opposed to what is merely noted.
 *
 * @param at when
 * @param camera the {@code camera_id} of the camera that is concerned; empty if it is not one camera
 * @param kind what is concerned: {@code camera_lost}, {@code camera_back}, {@code network}, {@code strategy},
 *     {@code journal} or a further word in lower case
 * @param message one sentence for the operator
 */
public record Alert(Moment at, Optional<String> camera, String kind, String message) implements RnvrEvent {
    public Alert {
        Objects.requireNonNull(camera);
    }
}
