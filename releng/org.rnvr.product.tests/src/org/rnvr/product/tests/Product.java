package org.rnvr.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The materialized product. */
final class Product {

    private static final Path HOME = Path.of(required("rnvr.product"));

    private Product() {}

    static Path launcher() {
        return HOME.resolve("rnvr");
    }

    /** The file of a bundle in the product. */
    static Path bundle(String name) {
        try (Stream<Path> plugins = Files.list(HOME.resolve("plugins"))) {
            return plugins.filter(file -> file.getFileName().toString().matches(name.replace(".", "\\.") + "_.*\\.jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError("The product lacks " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty folder for a test, kept after it. */
    static Path folder(String test) {
        try {
            Path work = Files.createDirectories(Path.of(required("rnvr.work")));
            return Files.createTempDirectory(work, test + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> command(String... options) {
        return Stream.concat(Stream.of(launcher().toString()), Stream.of(options))
                .toList();
    }

    /**
     * As {@link #command}, for a process that is to be interrupted. Whoever runs the tests in the background of a script
     * ignores the interrupt, and so would all that they start.
     */
    static List<String> interruptible(String... options) {
        return Stream.concat(Stream.of("env", "--default-signal=INT,HUP"), command(options).stream())
                .toList();
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The system property " + property + " is not set");
        }
        return value;
    }
}
