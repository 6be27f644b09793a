package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds every bundle against the table of allowed arrows, and the table against made-up offenders. */
class ArchitectureTest {

    @Test
    void everyBundleKeepsToTheArrows() throws IOException {
        Path bundles = Path.of(System.getProperty("rnvr.root"), "bundles");
        try (Stream<Path> projects = Files.list(bundles)) {
            var descriptions = projects.filter(project -> Files.exists(project.resolve("META-INF/MANIFEST.MF")))
                    .map(BundleDescription::read)
                    .toList();
            assertTrue(descriptions.stream().anyMatch(bundle -> bundle.name().equals("org.rnvr.api")));
            assertEquals(List.of(), Architecture.violations(descriptions));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.rnvr.recorder, Import-Package, org.rnvr.config",
        "org.rnvr.recorder, Require-Bundle, org.rnvr.api",
        "org.rnvr.recorder, Import-Package, org.sqlite",
        "org.rnvr.config, Import-Package, org.sqlite",
        "org.rnvr.recorder, Import-Package, org.slf4j",
        "org.rnvr.api, Import-Package, org.osgi.annotation.versioning",
        "org.rnvr.pipeline.gst, Import-Package, org.freedesktop.gstreamer",
        "org.rnvr.democamera, Import-Package, com.sun.jna",
        "org.rnvr.console, Require-Bundle, org.eclipse.ui",
        "org.rnvr.console, Import-Package, org.jfree.chart",
        "org.rnvr.host, Import-Package, oshi.hardware",
        "org.rnvr.app, Import-Package, org.rnvr.console",
        "org.rnvr.app, Import-Package, org.eclipse.swt.widgets",
        "org.rnvr.nl.ko.jface, Fragment-Host, org.eclipse.jface",
        "org.rnvr.monitor.tests, Import-Package, org.rnvr.monitor.internal",
        "org.rnvr.update.p2, Require-Bundle, org.eclipse.equinox.p2.engine",
        "org.rnvr.update.p2, Import-Package, org.bouncycastle.openpgp",
    })
    void allowedArrowIsNoViolation(String bundle, String header, String used) throws IOException {
        assertEquals(List.of(), violations(bundle, header + ": " + used));
    }

    @ParameterizedTest
    @CsvSource({
        "org.rnvr.recorder, Import-Package, org.rnvr.monitor.internal",
        "org.rnvr.recorder, Require-Bundle, org.rnvr.monitor",
        "org.rnvr.recorder, Fragment-Host, org.rnvr.monitor",
        "org.rnvr.recorder, DynamicImport-Package, org.rnvr.console",
        "org.rnvr.recorder, Import-Package, org.rnvr.unknown",
        "org.rnvr.api, Import-Package, org.rnvr.console",
        "org.rnvr.api, Import-Package, com.google.gson",
        "org.rnvr.democamera, Import-Package, org.rnvr.config",
        "org.rnvr.democamera, Import-Package, org.freedesktop.gstreamer",
        "org.rnvr.monitor, Import-Package, com.sun.jna.ptr",
        "org.rnvr.monitor, Require-Bundle, org.freedesktop.gstreamer",
        "org.rnvr.monitor, Import-Package, org.eclipse.swt.widgets",
        "org.rnvr.monitor, Require-Bundle, org.eclipse.jface",
        "org.rnvr.monitor, Require-Bundle, org.eclipse.ui",
        "org.rnvr.monitor, Import-Package, org.sqlite",
        "org.rnvr.monitor, Import-Package, oshi",
        "org.rnvr.nl.ko.jface, Import-Package, org.eclipse.jface.dialogs",
        "org.rnvr.nl.ko.jface, Import-Package, org.rnvr.config",
        "org.rnvr.monitor, Import-Package, org.jfree.chart",
        "org.rnvr.app, Require-Bundle, org.eclipse.equinox.p2.core",
        "org.rnvr.console, Require-Bundle, org.eclipse.equinox.p2.ui",
        "org.rnvr.console, Import-Package, org.eclipse.equinox.internal.p2.engine",
        "org.rnvr.recorder, Import-Package, org.eclipse.equinox.internal.provisional.configurator",
        "org.rnvr.config, Import-Package, org.bouncycastle.openpgp",
    })
    void forbiddenArrowIsFound(String bundle, String header, String used) throws IOException {
        assertEquals(List.of(bundle + " must not use " + used), violations(bundle, header + ": " + used));
    }

    @Test
    void forbiddenImportInASourceIsFound() throws IOException {
        var offender = describe("org.rnvr.monitor", "", Set.of("org.rnvr.monitor"), Set.of("org.eclipse.swt.widgets"));
        assertEquals(
                List.of("org.rnvr.monitor must not use org.eclipse.swt.widgets"),
                Architecture.violations(List.of(offender)));
    }

    @Test
    void exportedInternalPackageIsFound() throws IOException {
        assertEquals(
                List.of("org.rnvr.monitor must not export org.rnvr.monitor.internal.state"),
                violations("org.rnvr.monitor", "Export-Package: org.rnvr.monitor.internal.state"));
    }

    private static List<String> violations(String bundle, String header) throws IOException {
        return Architecture.violations(List.of(
                describe("org.rnvr.api", "Export-Package: org.rnvr.config", Set.of("org.rnvr.config"), Set.of()),
                describe("org.rnvr.console", "Export-Package: org.rnvr.console", Set.of("org.rnvr.console"), Set.of()),
                describe(bundle, header, Set.of(), Set.of())));
    }

    private static BundleDescription describe(
            String name, String header, Set<String> packages, Set<String> sourceImports) throws IOException {
        String manifest = "Bundle-SymbolicName: " + name + "\n" + (header.isEmpty() ? "" : header + "\n");
        return BundleDescription.parse(
                new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)), packages, sourceImports);
    }
}
