package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of an installation, and what lies where in it. The launching script knows the same names.
 *
 * @param home the folder
 */
record Installation(Path home) {

    /** The features that are RNVR itself: it runs on them and is restarted for them. */
    private static final Set<String> CORE_FEATURES =
            Set.of("org.rnvr.platform.feature", "org.rnvr.recorder.feature", "org.rnvr.console.feature");

    /** The bundles that shall run. */
    Path bundlesInfo() {
        return home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    /** The features that are installed. */
    Path platformXml() {
        return home.resolve("configuration/org.eclipse.update/platform.xml");
    }

    /** The files of features that lie in the folder itself, as they were fetched. */
    Path rootFiles() {
        return home.resolve("p2/org.eclipse.equinox.p2.core/cache");
    }

    /** The installation before the change under way; it is there only meanwhile, or after that was cut off. */
    Path changing() {
        return home.resolve("changing");
    }

    /** The installation before the last change. */
    Path former() {
        return home.resolve("former");
    }

    /** The installation that was left by going back. */
    Path failed() {
        return home.resolve("failed");
    }

    /** The installation that is being brought back; it is there only meanwhile, or after that was cut off. */
    Path returning() {
        return home.resolve("returning");
    }

    /** An update that is on trial. */
    Path pending() {
        return home.resolve("update.pending");
    }

    /** That it was gone back, to be told in the journal. */
    Path wentBack() {
        return home.resolve("update.back");
    }

    /** What was refused last to a process without a journal. */
    Path refused() {
        return home.resolve("update.refused");
    }

    /** Public keys that are trusted from the beginning. */
    Path keys() {
        return home.resolve("keys");
    }

    Path launcher() {
        return home.resolve("rnvr");
    }

    /** Where plugins may be dropped in for all sites. */
    Path dropIns() {
        return home.resolve("dropins");
    }

    /** What every change writes to. */
    Stream<Path> changed() {
        return Stream.of(home, home.resolve("plugins"), home.resolve("p2"), bundlesInfo());
    }

    /** Symbolic names of the bundles of RNVR itself, of every version that is there. */
    Set<String> coreBundles() throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> features = Files.list(home.resolve("features"))) {
            for (Path feature : features.filter(Installation::isCore).toList()) {
                names.addAll(FeatureFile.plugins(feature.resolve("feature.xml")));
            }
        }
        return names;
    }

    static boolean isCoreFeature(String id) {
        return CORE_FEATURES.contains(id);
    }

    private static boolean isCore(Path folder) {
        String name = folder.getFileName().toString();
        int version = name.lastIndexOf('_');
        return version > 0 && CORE_FEATURES.contains(name.substring(0, version));
    }
}
