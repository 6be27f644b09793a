package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.EventObject;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.equinox.internal.p2.engine.BeginOperationEvent;
import org.eclipse.equinox.internal.p2.engine.CommitOperationEvent;
import org.eclipse.equinox.internal.p2.engine.RollbackOperationEvent;
import org.eclipse.equinox.internal.provisional.p2.core.eventbus.SynchronousProvisioningListener;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the installation before whoever changes it by p2, and puts what came of that on trial where RNVR itself changed. */
@SuppressWarnings("restriction")
final class ChangeGuard implements SynchronousProvisioningListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChangeGuard.class);
    private static final String APPLICATION = "org.rnvr.app";

    private final Installation installation;
    private final Snapshot snapshot;
    private final ArtifactPool pool;
    private final Surplus surplus;
    private final LongSupplier profile;
    private Set<IArtifactKey> artifacts = Set.of();
    private long timestamp;
    private boolean begunHere;

    /**
     * With what it guards.
     *
     * @param profile the time of the profile's present state
     */
    ChangeGuard(
            Installation installation, Snapshot snapshot, ArtifactPool pool, Surplus surplus, LongSupplier profile) {
        this.installation = installation;
        this.snapshot = snapshot;
        this.pool = pool;
        this.surplus = surplus;
        this.profile = profile;
    }

    @Override
    public void notify(EventObject event) {
        try {
            if (event instanceof BeginOperationEvent begin) {
                timestamp = begin.getProfile().getTimestamp();
                if (!snapshot.hasBegun()) {
                    surplus.remove();
                }
                artifacts = pool.keys();
                begunHere = snapshot.begin();
            } else if (event instanceof RollbackOperationEvent) {
                pool.removeAllBut(artifacts);
                snapshot.dropped();
            } else if (event instanceof CommitOperationEvent) {
                committed();
            }
        } catch (IOException | ProvisionException e) {
            LOGGER.error("The installation {} could not be kept as it is before a change", installation.home(), e);
        }
    }

    private void committed() throws IOException {
        if (profile.getAsLong() == timestamp) {
            if (begunHere) {
                snapshot.dropped(); // only fetched, so far
            }
            return;
        }
        List<BundleLine> was = BundleLine.read(
                installation.changing().resolve(installation.home().relativize(installation.bundlesInfo())),
                installation.home());
        List<BundleLine> is = BundleLine.read(installation.bundlesInfo(), installation.home());
        Set<BundleId> before = BundleLine.ids(was);
        if (!Differences.between(before, is).isApart(installation.coreBundles())) {
            new PendingUpdate(version(before), version(BundleLine.ids(is)), 0).write(installation.pending());
        }
        snapshot.done();
    }

    /** The version of RNVR among bundles. */
    static String version(Collection<BundleId> bundles) {
        return bundles.stream()
                .filter(id -> id.name().equals(APPLICATION))
                .map(BundleId::version)
                .findFirst()
                .orElse("");
    }
}
