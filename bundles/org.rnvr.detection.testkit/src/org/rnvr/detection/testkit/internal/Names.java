package org.rnvr.detection.testkit.internal;

import java.util.Optional;

/** What a strategy may be called. */
final class Names {

    private static final String ALLOWED = "[a-z][a-z0-9_.-]*";

    private Names() {}

    static Optional<String> check(String name) {
        return name != null && name.matches(ALLOWED)
                ? Optional.empty()
                : Optional.of("Is named '" + name + "'; allowed is " + ALLOWED + ".");
    }
}
