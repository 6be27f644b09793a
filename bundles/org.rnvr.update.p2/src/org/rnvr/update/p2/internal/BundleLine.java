package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of a {@code bundles.info}: a bundle that shall run.
 *
 * @param id what it is
 * @param file where it is
 * @param startLevel the start level at which the framework starts it; not above 0 where the framework chooses
 */
record BundleLine(BundleId id, Path file, int startLevel) {

    private static final int FIELDS = 5;

    /**
     * Reads a file.
     *
     * @param home the folder from which locations start
     */
    static List<BundleLine> read(Path bundlesInfo, Path home) throws IOException {
        return Files.readAllLines(bundlesInfo, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> parse(line, home))
                .toList();
    }

    static Set<BundleId> ids(Collection<BundleLine> lines) {
        return lines.stream().map(BundleLine::id).collect(Collectors.toSet());
    }

    /** The start levels of those that come. */
    static Set<Integer> startLevels(Collection<BundleLine> lines, Difference difference) {
        Set<BundleId> coming = difference.added().stream().map(NewBundle::id).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> coming.contains(line.id()))
                .map(BundleLine::startLevel)
                .collect(Collectors.toSet());
    }

    private static BundleLine parse(String line, Path home) {
        String[] fields = line.split(",");
        if (fields.length < FIELDS || !fields[3].matches("-?\\d{1,9}")) {
            throw new IllegalArgumentException("not a line of bundles: " + line);
        }
        String location = fields[2];
        Path file = location.startsWith("file:/") ? Path.of(URI.create(location)) : home.resolve(location);
        return new BundleLine(new BundleId(fields[0], fields[1]), file.normalize(), Integer.parseInt(fields[3]));
    }
}
