package org.rnvr.integration.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.rnvr.integration.tests.strategy.ReportingActivator;

/** The jar of a strategy's bundle, as a third party would deliver it. */
final class ReportingBundle {

    static final String NAME = "com.example.detect.reporting";

    private ReportingBundle() {}

    /** A jar of this version, made of classes that are in the test's bundle. */
    static InputStream jar(String version, Bundle tests) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of(
                        Constants.BUNDLE_MANIFESTVERSION,
                        "2",
                        Constants.BUNDLE_SYMBOLICNAME,
                        NAME,
                        Constants.BUNDLE_VERSION,
                        version,
                        Constants.BUNDLE_ACTIVATOR,
                        ReportingActivator.class.getName(),
                        Constants.IMPORT_PACKAGE,
                        "org.osgi.framework;version=\"[1.10,2)\",org.rnvr.detection;version=\"[1.0,2)\"")
                .forEach(headers::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String name : classes(tests)) {
                jar.putNextEntry(new JarEntry(name));
                try (InputStream code = tests.getResource(name).openStream()) {
                    code.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Collection<String> classes(Bundle tests) {
        String folder = ReportingActivator.class.getPackageName().replace('.', '/');
        return tests.adapt(BundleWiring.class)
                .listResources(folder, "Reporting*.class", BundleWiring.LISTRESOURCES_LOCAL);
    }
}
