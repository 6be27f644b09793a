package org.rnvr.config.internal.secret;

import java.util.Map;
import java.util.Optional;

/** Keeps secrets outside the configuration file, by names such as {@code cameras/front}. One thread at a time. */
public interface Secrets {

    /** The secret of this name, if one is kept. */
    Optional<String> get(String name) throws SecretStorageException;

    /** Keeps secrets, in place of those of the same names. When this returns they are on disk and can be read again. */
    void put(Map<String, String> secrets) throws SecretStorageException;

    /** Forgets the secret of this name, if one is kept. */
    void remove(String name) throws SecretStorageException;
}
