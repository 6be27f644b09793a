package org.rnvr.update;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Says whether artifacts of a key that is not yet trusted may be installed. */
@ConsumerType
@FunctionalInterface
public interface KeyConsent {

    /** Trusts no key beyond those that are trusted already. */
    KeyConsent NONE = (key, artifacts) -> false;

    /**
     * Asks about a key. Called on the thread of the service, which waits for the answer. A key that is consented to is
     * remembered for this installation, and not asked about again.
     *
     * @param key the key
     * @param artifacts what is signed with it, each with its version, sorted
     */
    boolean trust(SigningKey key, List<String> artifacts);
}
