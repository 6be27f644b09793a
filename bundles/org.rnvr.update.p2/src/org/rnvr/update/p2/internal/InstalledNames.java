package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is installed in the usual way.
 *
 * @param versions the versions of all bundles that are installed, by their symbolic names
 * @param core symbolic names of the bundles of RNVR itself
 */
record InstalledNames(Map<String, String> versions, Set<String> core) {
    InstalledNames {
        versions = Map.copyOf(versions);
        core = Set.copyOf(core);
    }

    static InstalledNames of(Installation installation) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        BundleLine.read(installation.bundlesInfo(), installation.home())
                .forEach(line -> versions.put(line.id().name(), line.id().version()));
        return new InstalledNames(versions, installation.coreBundles());
    }

    /** Reads them when asked. */
    @FunctionalInterface
    interface Source {
        InstalledNames now() throws IOException;
    }

    /** Reads them from an installation, and again when that has changed. */
    static final class OfInstallation implements Source {

        private final Installation installation;
        private FileMark mark;
        private InstalledNames names;

        OfInstallation(Installation installation) {
            this.installation = installation;
        }

        @Override
        public synchronized InstalledNames now() throws IOException {
            FileMark now = FileMark.of(installation.bundlesInfo());
            if (!now.equals(mark)) {
                names = InstalledNames.of(installation);
                mark = now;
            }
            return names;
        }
    }
}
