package org.rnvr.config.internal.secret;

import java.util.Optional;

/** Finds secrets by name. */
@FunctionalInterface
public interface SecretLookup {

    /** The secret of this name, if one is kept. */
    Optional<String> get(String name) throws SecretStorageException;
}
