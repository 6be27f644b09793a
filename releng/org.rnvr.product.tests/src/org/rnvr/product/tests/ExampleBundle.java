package org.rnvr.product.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;

/** A bundle with a detection strategy that is no part of RNVR, compiled against the API as a third party would. */
final class ExampleBundle {

    static final String FEATURE = "com.example.detect.feature";
    static final String STRATEGY = "example";
    static final String BUNDLE = "com.example.detect";

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String SOURCE =
            """
            package com.example.detect;

            import org.rnvr.detection.Assessment;
            import org.rnvr.detection.DetectionStrategy;
            import org.rnvr.detection.Detector;
            import org.rnvr.detection.WatchedSession;

            public final class ExampleStrategy implements DetectionStrategy {
                public String name() { return "%s"; }
                public Detector watch(WatchedSession session) {
                    return observation -> Assessment.HEALTHY;
                }
            }
            """;
    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="com.example.detect">
               <service><provide interface="org.rnvr.detection.DetectionStrategy"/></service>
               <implementation class="com.example.detect.ExampleStrategy"/>
            </scr:component>
            """;

    private ExampleBundle() {}

    /** Makes its jar in a folder. */
    static Path make(Path source, String version) throws IOException {
        Path classes = Files.createDirectories(source.resolve("classes"));
        Path java = Files.writeString(source.resolve("ExampleStrategy.java"), SOURCE.formatted(STRATEGY));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "--release",
                        "17",
                        "-cp",
                        Product.bundle("org.rnvr.api").toString(),
                        "-d",
                        classes.toString(),
                        java.toString());
        if (compiled != 0) {
            throw new AssertionError("The strategy does not compile");
        }
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of(
                        "Bundle-ManifestVersion",
                        "2",
                        "Bundle-SymbolicName",
                        BUNDLE,
                        "Bundle-Version",
                        version,
                        "Bundle-ActivationPolicy",
                        "lazy",
                        "Service-Component",
                        "OSGI-INF/component.xml",
                        "Import-Package",
                        "org.rnvr.detection;version=\"[1.0,2)\"")
                .forEach(headers::putValue);
        Path plugins = Files.createDirectories(source.resolve("plugins"));
        Path made = plugins.resolve(BUNDLE + "_" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(made);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
            jar.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return made;
    }

    /** Makes a repository with a feature that has nothing but the bundle, in a folder that is not there yet. */
    static RepositoryCopy repository(Path folder, String version) throws IOException {
        Path source = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-source"));
        make(source, version);
        Path feature = Files.createDirectories(source.resolve("features/" + FEATURE));
        Files.writeString(
                feature.resolve("feature.xml"),
                "<feature id=\"%s\" label=\"Example detector\" version=\"%s\" provider-name=\"Example\"><plugin id=\"%s\" version=\"%s\"/></feature>"
                        .formatted(FEATURE, version, BUNDLE, version));
        publish(source, folder);
        return new RepositoryCopy(folder);
    }

    private static void publish(Path source, Path folder) {
        Command published = Command.run(
                LIMIT,
                List.of(
                        "java",
                        "-jar",
                        Product.bundle("org.eclipse.equinox.launcher").toString(),
                        "-nosplash",
                        "-configuration",
                        source.resolve("configuration").toString(),
                        "-data",
                        "@none",
                        "-application",
                        "org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher",
                        "-metadataRepository",
                        folder.toUri().toString(),
                        "-artifactRepository",
                        folder.toUri().toString(),
                        "-source",
                        source.toString(),
                        "-publishArtifacts"));
        if (published.exitCode() != 0) {
            throw new AssertionError("The plugin could not be published: " + published);
        }
    }
}
