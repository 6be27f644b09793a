package org.rnvr.update.p2.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has to be done so that the bundles that shall run do.
 *
 * @param added bundles that shall run and do not
 * @param removed bundles that run and shall not
 */
record Difference(List<NewBundle> added, List<BundleId> removed) {
    Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    boolean isNone() {
        return added.isEmpty() && removed.isEmpty();
    }

    /**
     * Whether it can be done while RNVR goes on: no bundle of RNVR itself is among it, is wired anew by what goes, or would be
     * by what comes.
     *
     * @param running everything that runs
     * @param core symbolic names of the bundles of RNVR itself
     */
    boolean isWithoutRestart(Collection<RunningBundle> running, Set<String> core) {
        return isApart(core)
                && users(running).stream().noneMatch(user -> core.contains(user.name()))
                && added.stream()
                        .noneMatch(
                                bundle -> bundle.host().filter(core::contains).isPresent())
                && !completes(running, core);
    }

    /** Whether no bundle of RNVR itself comes or goes. */
    boolean isApart(Set<String> core) {
        return added.stream().noneMatch(bundle -> core.contains(bundle.id().name()))
                && removed.stream().noneMatch(bundle -> core.contains(bundle.name()));
    }

    /** All that use something that goes, and those that use them. */
    private Set<BundleId> users(Collection<RunningBundle> running) {
        Map<BundleId, RunningBundle> known =
                running.stream().collect(Collectors.toMap(RunningBundle::id, Function.identity(), (one, other) -> one));
        Set<BundleId> found = new HashSet<>();
        Deque<BundleId> next = new ArrayDeque<>(removed);
        while (!next.isEmpty()) {
            BundleId used = next.pop();
            known.values().stream()
                    .filter(bundle -> bundle.uses().contains(used))
                    .map(RunningBundle::id)
                    .filter(found::add)
                    .forEach(next::push);
        }
        return found;
    }

    /** Whether a bundle of RNVR itself would find what it lacks, for which it is stopped and started. */
    private boolean completes(Collection<RunningBundle> running, Set<String> core) {
        Set<String> offered =
                added.stream().flatMap(bundle -> bundle.exports().stream()).collect(Collectors.toSet());
        return running.stream()
                .filter(bundle -> core.contains(bundle.id().name()))
                .anyMatch(bundle -> bundle.lacking().stream().anyMatch(offered::contains));
    }
}
