package org.rnvr.integration.tests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The arrows allowed between bundles. Test bundles may use anything. */
final class Architecture {
    private static final String API = "org.rnvr.api";
    private static final String CONSOLE = "org.rnvr.console";
    private static final String UPDATE = "org.rnvr.update.p2";

    /** Texts in another language for bundles of others: no code, and no more named than the host of the texts. */
    private static final String TEXTS = "org.rnvr.nl";

    /** Which of RNVR's own bundles a bundle may use, where that is not just the API. */
    private static final Map<String, Set<String>> OWN_BUNDLES =
            Map.of(API, Set.of(), "org.rnvr.democamera", Set.of(), "org.rnvr.app", Set.of(API, CONSOLE));

    /** Libraries that only some bundles may know, by the prefix of their packages and bundles. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("com.sun.jna", Set.of("org.rnvr.pipeline.gst", "org.rnvr.democamera")),
            Map.entry("org.freedesktop.gstreamer", Set.of("org.rnvr.pipeline.gst")),
            Map.entry("oshi", Set.of("org.rnvr.host")),
            Map.entry("org.jfree", Set.of(CONSOLE)),
            Map.entry("org.sqlite", Set.of("org.rnvr.recorder", "org.rnvr.config")),
            Map.entry("org.xerial.sqlite-jdbc", Set.of("org.rnvr.recorder", "org.rnvr.config")),
            Map.entry("org.eclipse.swt", Set.of(CONSOLE, "org.rnvr.app")),
            Map.entry("org.eclipse.jface", Set.of(CONSOLE, "org.rnvr.app")),
            Map.entry("org.eclipse.ui", Set.of(CONSOLE, "org.rnvr.app")),
            Map.entry("org.eclipse.e4.ui", Set.of(CONSOLE, "org.rnvr.app")),
            Map.entry("org.eclipse.equinox.p2", Set.of(UPDATE)),
            Map.entry("org.eclipse.equinox.internal.p2", Set.of(UPDATE)),
            Map.entry("org.eclipse.equinox.internal.provisional", Set.of(UPDATE)),
            Map.entry("org.eclipse.equinox.simpleconfigurator", Set.of(UPDATE)),
            Map.entry("org.bouncycastle", Set.of(UPDATE)));

    /** All that the API may use besides the packages named java; the parser of XML is a part of Java, too. */
    private static final Set<String> API_LIBRARIES =
            Set.of("org.osgi", "org.slf4j", "javax.xml.parsers", "org.w3c.dom", "org.xml.sax");

    private Architecture() {}

    /** Every violation in a set of bundles, one sentence each. */
    static List<String> violations(Collection<BundleDescription> bundles) {
        var violations = new ArrayList<String>();
        for (var bundle : bundles) {
            if (bundle.name().endsWith(".tests")) {
                continue;
            }
            var used = new TreeSet<>(bundle.imports());
            used.addAll(bundle.required());
            for (String use : used) {
                if (!mayUse(bundle, use, bundles)) {
                    violations.add(bundle.name() + " must not use " + use);
                }
            }
            for (String exported : bundle.exports()) {
                if (List.of(exported.split("\\.")).contains("internal")) {
                    violations.add(bundle.name() + " must not export " + exported);
                }
            }
        }
        return violations;
    }

    private static boolean mayUse(BundleDescription bundle, String use, Collection<BundleDescription> all) {
        if (isWithin(bundle.name(), TEXTS)) {
            return bundle.packages().isEmpty() && bundle.required().equals(Set.of(use));
        }
        if (isWithin(use, "org.rnvr")) {
            var allowed = OWN_BUNDLES.getOrDefault(bundle.name(), Set.of(API));
            return bundle.packages().contains(use)
                    || all.stream()
                            .filter(other -> allowed.contains(other.name()))
                            .anyMatch(other ->
                                    other.name().equals(use) || other.exports().contains(use));
        }
        if (bundle.name().equals(API)) {
            return isWithin(use, "java") || API_LIBRARIES.stream().anyMatch(library -> isWithin(use, library));
        }
        return LIBRARIES.entrySet().stream()
                .filter(library -> isWithin(use, library.getKey()))
                .allMatch(library -> library.getValue().contains(bundle.name()));
    }

    private static boolean isWithin(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
