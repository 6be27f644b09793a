package org.rnvr.democamera;

import java.util.Objects;

/**
 * What a client must present.
 *
 * @param scheme the only scheme the server offers
 * @param user the user's name, not empty
 * @param password the password; never printed
 */
public record Login(Scheme scheme, String user, String password) {

    /** How the password travels. */
    public enum Scheme {
        /** RFC 7617. */
        BASIC,
        /** RFC 7616 with MD5, as cameras do. */
        DIGEST
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the user's name is empty
     */
    public Login {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(password, "password");
        if (user.isEmpty()) {
            throw new IllegalArgumentException("the user's name is empty");
        }
    }

    @Override
    public String toString() {
        return "Login[scheme=" + scheme + ", user=" + user + "]";
    }
}
