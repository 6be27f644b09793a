package org.rnvr.update.p2.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter by which a bundle asks for a package. */
final class PackageFilter {

    private static final Pattern NAME = Pattern.compile("\\(osgi\\.wiring\\.package=([^)*]+)\\)");

    private PackageFilter() {}

    /** The package it asks for; none where it does not ask for one by its name. */
    static Set<String> names(String filter) {
        Matcher name = NAME.matcher(filter == null ? "" : filter);
        return name.find() ? Set.of(name.group(1)) : Set.of();
    }
}
