package org.rnvr.config;

import java.util.Objects;

/**
 * User name and password of a camera, of any characters, not encoded in any way. Its text form never shows the password.
 *
 * @param username empty when the camera asks for none
 * @param password empty when the camera asks for none
 */
public record Credentials(String username, String password) {

    /** For a camera that asks for nothing. */
    public static final Credentials NONE = new Credentials("", "");

    public Credentials {
        Objects.requireNonNull(username);
        Objects.requireNonNull(password);
    }

    /** Whether there is nothing to present to the camera. */
    public boolean isEmpty() {
        return username.isEmpty() && password.isEmpty();
    }

    @Override
    public String toString() {
        return "Credentials[" + (isEmpty() ? "none" : username + ", ***") + "]";
    }
}
