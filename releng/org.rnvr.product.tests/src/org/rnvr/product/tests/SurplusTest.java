package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;

/** An installation does not grow with each change, and the former one stays whole. */
class SurplusTest {

    private static final String FIRST = "org.rnvr.detect.buffering";
    private static final String SECOND = "org.rnvr.detect.frames";

    @Test
    void whatAChangeLeavesBehindGoesWithTheNextOne() throws IOException {
        ProductCopy product = ProductCopy.in(Product.folder("surplus"));
        Path plugins = product.home().resolve("plugins");
        Set<String> before = names(plugins);

        product.succeed("--remove", FIRST + ".feature");
        assertEquals(before, names(plugins));

        product.succeed("--remove", SECOND + ".feature");
        Set<String> withoutFirst = before.stream()
                .filter(name -> !name.startsWith(FIRST + "_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(withoutFirst, names(plugins));
        assertEquals(withoutFirst, names(product.home().resolve("former/plugins")));
        assertEquals(2, profileStates(product));

        product.succeed("--revert");
        String listed = product.succeed("--list");
        assertTrue(listed.contains(SECOND + ".feature "), listed);
        assertFalse(listed.contains(FIRST + ".feature "), listed);
    }

    private static long profileStates(ProductCopy product) throws IOException {
        Path folder = product.home().resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile");
        return names(folder).stream()
                .filter(name -> name.endsWith(".profile.gz"))
                .count();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
