package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Product;

/** What is delivered of others comes with their licences. */
class ThirdPartiesTest {

    private static final Path HOME = Product.launcher().getParent();
    private static final Pattern BUNDLE = Pattern.compile("(.+)_\\d+\\.\\d+\\.\\d+.*");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+) \\| https://\\S+ \\|");
    private static final Pattern LICENCE = Pattern.compile("]\\(([^)]+)\\)");

    @Test
    void everyBundleOfAThirdPartyIsNamedWithItsLicences() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(HOME.resolve("THIRD-PARTY.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                named.add(row.group(1));
                Matcher licence = LICENCE.matcher(row.group(2));
                assertTrue(licence.find(), line);
                do {
                    assertTrue(Files.size(HOME.resolve(licence.group(1))) > 500, line);
                } while (licence.find());
            }
        }
        assertEquals(delivered(), named);
    }

    private static Set<String> delivered() throws IOException {
        try (Stream<Path> plugins = Files.list(HOME.resolve("plugins"))) {
            return plugins.map(file -> BUNDLE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(bundle -> bundle.group(1))
                    .filter(bundle -> !bundle.startsWith("org.rnvr."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
