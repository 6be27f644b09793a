package org.rnvr.update.p2.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.ArtifactDescriptorQuery;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;

/** How much is to be downloaded for a plan. */
final class Download {

    private final Set<IInstallableUnit> added;
    private final Set<IArtifactKey> present;
    private final IQueryable<IArtifactDescriptor> offered;

    /**
     * Of a plan that can be carried out.
     *
     * @param present the artifacts that are there already
     */
    Download(IProvisioningPlan plan, Set<IArtifactKey> present, IProgressMonitor monitor) {
        added = plan.getAdditions().query(QueryUtil.ALL_UNITS, monitor).toUnmodifiableSet();
        this.present = present;
        offered = plan.getContext().getArtifactDescriptors(monitor);
    }

    /** In bytes, of everything. */
    long bytes() {
        return bytes(added);
    }

    /** In bytes, of one unit and what it needs. */
    long bytes(IInstallableUnit unit) {
        Set<IInstallableUnit> needed = new HashSet<>();
        Deque<IInstallableUnit> next = new ArrayDeque<>(List.of(unit));
        while (!next.isEmpty()) {
            IInstallableUnit one = next.pop();
            if (added.contains(one) && needed.add(one)) {
                added.stream()
                        .filter(other -> one.getRequirements().stream().anyMatch(other::satisfies))
                        .forEach(next::push);
            }
        }
        return bytes(needed);
    }

    private long bytes(Collection<IInstallableUnit> units) {
        Set<IArtifactKey> missing = units.stream()
                .flatMap(unit -> unit.getArtifacts().stream())
                .filter(key -> !present.contains(key))
                .collect(Collectors.toSet());
        return missing.stream().mapToLong(this::size).sum();
    }

    /** What a repository says; nothing where it does not. */
    private long size(IArtifactKey key) {
        return offered.query(new ArtifactDescriptorQuery(key), null).toUnmodifiableSet().stream()
                .map(descriptor -> descriptor.getProperty(IArtifactDescriptor.DOWNLOAD_SIZE))
                .filter(text -> text != null && text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .min()
                .orElse(0);
    }
}
