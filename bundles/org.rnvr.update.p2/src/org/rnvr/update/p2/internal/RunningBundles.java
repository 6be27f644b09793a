package org.rnvr.update.p2.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Namespace;

/** Looks at the bundles of the running framework. */
final class RunningBundles {

    private static final String LISTED = "reference:file:";

    private RunningBundles() {}

    /** All that can be listed in an installation: not what somebody dropped in beside it. */
    static List<RunningBundle> of(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                        || bundle.getLocation().contains(LISTED))
                .map(RunningBundles::look)
                .toList();
    }

    /** What they are. */
    static Set<BundleId> ids(List<RunningBundle> running) {
        return running.stream().map(RunningBundle::id).collect(Collectors.toSet());
    }

    /** Those that have what they need, whether they were started yet or not. */
    static Set<BundleId> resolved(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() >= Bundle.RESOLVED)
                .map(RunningBundles::id)
                .collect(Collectors.toSet());
    }

    private static RunningBundle look(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (wiring == null || revision == null) {
            return new RunningBundle(id(bundle), Set.of(), Set.of());
        }
        List<BundleWire> wires = wiring.getRequiredWires(null);
        return new RunningBundle(
                id(bundle),
                wires.stream()
                        .map(wire -> id(wire.getProvider().getBundle()))
                        .filter(used -> !used.equals(id(bundle)))
                        .collect(Collectors.toSet()),
                lacking(revision, wires));
    }

    private static Set<String> lacking(BundleRevision revision, List<BundleWire> wires) {
        Set<BundleRequirement> found = new HashSet<>();
        wires.forEach(wire -> found.add(wire.getRequirement()));
        return revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(requirement -> !found.contains(requirement))
                .map(requirement -> requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE))
                .flatMap(filter -> PackageFilter.names(filter).stream())
                .collect(Collectors.toSet());
    }

    private static BundleId id(Bundle bundle) {
        return new BundleId(
                String.valueOf(bundle.getSymbolicName()), bundle.getVersion().toString());
    }
}
