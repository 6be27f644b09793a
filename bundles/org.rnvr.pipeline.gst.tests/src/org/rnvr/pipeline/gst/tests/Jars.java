package org.rnvr.pipeline.gst.tests;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Class paths for child processes, made of the bundles that this test runs with. */
final class Jars {

    private Jars() {}

    static String classPathOf(Class<?>... classes) {
        return Arrays.stream(classes)
                .map(Jars::locationOf)
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path locationOf(Class<?> type) {
        try {
            Path location = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path classes = location.resolve("target/classes");
            return Files.isDirectory(classes) ? classes : location;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
