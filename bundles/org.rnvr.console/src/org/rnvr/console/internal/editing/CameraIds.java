package org.rnvr.console.internal.editing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds ids for new cameras. */
final class CameraIds {

    private static final int LONGEST = 60;
    private static final String PLAIN = "camera";

    private CameraIds() {}

    /**
     * An id that is free and resembles a name.
     *
     * @param name for people, in any script
     * @param taken ids of other cameras
     */
    static String suggest(String name, Set<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? PLAIN : plain.substring(0, Math.min(LONGEST, plain.length()));
        return Stream.concat(
                        plain.isEmpty() ? Stream.empty() : Stream.of(base),
                        Stream.iterate(plain.isEmpty() ? 1 : 2, number -> number + 1)
                                .map(number -> base + "-" + number))
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
