package org.rnvr.control;

import java.util.Objects;

/**
 * A position that a camera remembers.
 *
 * @param token the camera's word for it
 * @param name for people; the token when the camera has none
 */
public record PtzPreset(String token, String name) {
    public PtzPreset {
        Objects.requireNonNull(token);
        name = name.isBlank() ? token : name;
    }
}
