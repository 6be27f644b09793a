package org.rnvr.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Something that was registered and can be taken back.
 */
@ProviderType
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /**
     * Takes the registration back. After this returned, no new call to what was registered begins; one under way may
     * still end. Further calls do nothing. Any thread.
     */
    @Override
    void close();
}
