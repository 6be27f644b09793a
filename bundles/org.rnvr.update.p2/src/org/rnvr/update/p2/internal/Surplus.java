package org.rnvr.update.p2.internal;

import java.util.Arrays;
import org.eclipse.equinox.internal.p2.garbagecollector.GarbageCollector;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes before the last one left behind. It is removed before the next change, not after it: until they take that up,
 * processes that run go on with the files that the last one replaced.
 */
@SuppressWarnings("restriction")
final class Surplus {

    private static final Logger LOGGER = LoggerFactory.getLogger(Surplus.class);

    private final IProvisioningAgent agent;

    Surplus(IProvisioningAgent agent) {
        this.agent = agent;
    }

    /** Removes artifacts that nothing installed needs, and former states of the profile. */
    void remove() {
        IProfileRegistry registry = agent.getService(IProfileRegistry.class);
        IProfile profile = registry.getProfile(IProfileRegistry.SELF);
        if (profile == null || !isNewest(profile, registry)) {
            return;
        }
        try {
            new GarbageCollector(agent).runGC(profile);
            for (long time : registry.listProfileTimestamps(IProfileRegistry.SELF)) {
                if (time != profile.getTimestamp()) {
                    registry.removeProfile(IProfileRegistry.SELF, time);
                }
            }
        } catch (ProvisionException | RuntimeException e) {
            LOGGER.warn("What is left of former changes cannot be removed", e);
        }
    }

    /** Another process may have changed it since p2 read it. */
    private static boolean isNewest(IProfile profile, IProfileRegistry registry) {
        return Arrays.stream(registry.listProfileTimestamps(IProfileRegistry.SELF))
                .allMatch(time -> time <= profile.getTimestamp());
    }
}
