package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds differences between bundles. */
final class Differences {

    private Differences() {}

    /** From those that run to those that shall. */
    static Difference between(Set<BundleId> running, List<BundleLine> wanted) throws IOException {
        List<NewBundle> added = new ArrayList<>();
        for (BundleLine line : wanted) {
            if (!running.contains(line.id())) {
                added.add(BundleJar.read(line));
            }
        }
        Set<BundleId> staying = BundleLine.ids(wanted);
        return new Difference(
                added, running.stream().filter(id -> !staying.contains(id)).toList());
    }
}
