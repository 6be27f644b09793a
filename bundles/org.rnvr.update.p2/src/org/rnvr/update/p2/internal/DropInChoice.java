package org.rnvr.update.p2.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Version;

/**
 * Which of the bundles that were dropped in are to run.
 *
 * @param taken these are, of each name one
 * @param refused these are not
 */
record DropInChoice(List<DropIn> taken, List<DropInRefusal> refused) {

    /** Packages that only RNVR itself may bring. */
    private static final String OWN_PACKAGES = "org.rnvr.";

    DropInChoice {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    /**
     * Chooses.
     *
     * @param found all that can be read, the first of equals before the others
     * @param installed what is installed otherwise
     */
    static DropInChoice of(Collection<DropIn> found, InstalledNames installed) {
        Map<String, DropIn> taken = new TreeMap<>();
        List<DropInRefusal> refused = new ArrayList<>();
        List<DropIn> newestFirst = found.stream()
                .sorted(Comparator.comparing((DropIn jar) -> Version.parseVersion(jar.version()))
                        .reversed())
                .toList();
        for (DropIn jar : newestFirst) {
            DropIn other = taken.get(jar.name());
            if (installed.core().contains(jar.name())) {
                refused.add(DropInRefusal.ofJar(jar.file(), "%s is a part of RNVR itself.".formatted(jar.name())));
            } else if (installed.versions().containsKey(jar.name())) {
                refused.add(DropInRefusal.ofJar(
                        jar.file(),
                        "%s is installed, in version %s; update or remove that instead."
                                .formatted(jar.name(), installed.versions().get(jar.name()))));
            } else if (jar.bundle().host().isPresent()) {
                refused.add(DropInRefusal.ofJar(
                        jar.file(),
                        "it is a fragment of %s, and only whole bundles are taken."
                                .formatted(jar.bundle().host().get())));
            } else if (jar.bundle().exports().stream().anyMatch(name -> name.startsWith(OWN_PACKAGES))) {
                refused.add(DropInRefusal.ofJar(
                        jar.file(), "it brings packages of RNVR itself, which it has to import instead."));
            } else if (other != null) {
                refused.add(DropInRefusal.ofJar(
                        jar.file(),
                        "%s is there in version %s, from %s.".formatted(jar.name(), other.version(), other.file())));
            } else {
                taken.put(jar.name(), jar);
            }
        }
        return new DropInChoice(List.copyOf(taken.values()), refused);
    }
}
