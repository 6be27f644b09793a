package org.rnvr.host;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * Measures this machine, every few seconds.
 * <p>
 * An OSGi service; any thread; nothing waits.
 */
@ProviderType
public interface Host {

    /** The latest measurement; empty until the first two readings, of which every load is the difference, are there. */
    Optional<HostStatus> current();

    /**
     * Registers for measurements. The observer is called with the latest, if there is one, then with every further one, in
     * order, on a thread of the service. It must return at once; an exception it throws is logged and otherwise ignored.
     */
    Registration observe(Consumer<HostStatus> observer);
}
