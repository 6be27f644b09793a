package org.rnvr.product.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.tools.ToolProvider;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;

/**
 * A p2 repository with a newer version of the recorder's feature, in which only the bundle with the applications differs. It
 * is made of what the installation itself says of its version.
 */
final class NewVersion {

    static final String VERSION = "99.0.0";
    private static final String FEATURE = "org.rnvr.recorder.feature";
    private static final String BUNDLE = "org.rnvr.app";
    private static final String BROKEN =
            """
            package org.rnvr.app.internal;

            import org.eclipse.equinox.app.IApplication;
            import org.eclipse.equinox.app.IApplicationContext;

            public final class HeadlessApplication implements IApplication {
                public Object start(IApplicationContext context) {
                    %s
                }
                public void stop() {}
            }
            """;

    private NewVersion() {}

    /** Makes one whose headless application does nothing but this. */
    static Path broken(ProductCopy product, Path folder, String statement) {
        try {
            Files.createDirectories(folder.resolve("plugins"));
            Files.createDirectories(folder.resolve("features"));
            String profile = profile(product);
            String former = version(profile);
            String units = Stream.of(FEATURE + ".feature.group", FEATURE + ".feature.jar", BUNDLE)
                    .map(id -> newer(unit(profile, id), former))
                    .reduce("", String::concat);
            write(
                    folder.resolve("content.xml"),
                    "<?metadataRepository version='1.2.0'?>",
                    "org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository",
                    "<units size='3'>" + units + "</units>");
            bundle(folder, statement);
            feature(product, folder, former);
            write(
                    folder.resolve("artifacts.xml"),
                    "<?artifactRepository version='1.1.0'?>",
                    "org.eclipse.equinox.p2.artifact.repository.simpleRepository",
                    "<mappings size='2'>"
                            + "<rule filter='(&amp; (classifier=osgi.bundle))' output='${repoUrl}/plugins/${id}_${version}.jar'/>"
                            + "<rule filter='(&amp; (classifier=org.eclipse.update.feature))' output='${repoUrl}/features/${id}_${version}.jar'/>"
                            + "</mappings><artifacts size='2'>"
                            + artifact("osgi.bundle", BUNDLE)
                            + artifact("org.eclipse.update.feature", FEATURE)
                            + "</artifacts>");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String profile(ProductCopy product) throws IOException {
        Path folder = product.home().resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile");
        try (Stream<Path> states = Files.list(folder)) {
            Path newest = states.filter(file -> file.toString().endsWith(".profile.gz"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow();
            try (InputStream in = new GZIPInputStream(Files.newInputStream(newest))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static String unit(String profile, String id) {
        Matcher unit = Pattern.compile("(?s)<unit id='" + Pattern.quote(id) + "' .*?</unit>")
                .matcher(profile);
        if (!unit.find()) {
            throw new AssertionError("The installation lacks " + id);
        }
        return unit.group();
    }

    private static String version(String profile) {
        Matcher version = Pattern.compile("<unit id='" + Pattern.quote(BUNDLE) + "' version='([^']+)'")
                .matcher(profile);
        if (!version.find()) {
            throw new AssertionError("The installation lacks " + BUNDLE);
        }
        return version.group(1);
    }

    /** The feature's own version and that of the bundle rise; all else that it needs stays. */
    private static String newer(String unit, String former) {
        return unit.replaceFirst("version='[^']+'", "version='" + VERSION + "'")
                .replaceAll(
                        "(<(?:provided|artifact) [^>]*(?:name|id)='(?:org\\.rnvr\\.app|org\\.rnvr\\.recorder\\.feature[^']*)' version=)'[^']+'",
                        "$1'" + VERSION + "'")
                .replaceAll(
                        "(<required [^>]*name='(?:org\\.rnvr\\.app|org\\.rnvr\\.recorder\\.feature\\.feature\\.jar)' range=)'[^']+'",
                        "$1'[" + VERSION + "," + VERSION + "]'")
                .replace("range='[0.0.0," + former + ")'", "range='[0.0.0," + VERSION + ")'")
                .replaceAll("Bundle-Version: [^\\s&]+", "Bundle-Version: " + VERSION);
    }

    private static void write(Path file, String instruction, String type, String content) throws IOException {
        Files.writeString(
                file,
                "<?xml version='1.0' encoding='UTF-8'?>" + instruction + "<repository name='next' type='" + type
                        + "' version='1'>" + content + "</repository>");
    }

    private static String artifact(String classifier, String id) {
        return "<artifact classifier='%s' id='%s' version='%s'/>".formatted(classifier, id, VERSION);
    }

    private static void bundle(Path folder, String statement) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve("HeadlessApplication.java"), BROKEN.formatted(statement));
        String libraries =
                Product.bundle("org.eclipse.equinox.app") + ":" + Product.bundle("org.eclipse.equinox.common");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "--release",
                        "17",
                        "-cp",
                        libraries,
                        "-d",
                        classes.toString(),
                        source.toString());
        if (compiled != 0) {
            throw new AssertionError("The application does not compile");
        }
        String replaced = "org/rnvr/app/internal/HeadlessApplication.class";
        try (JarFile former = new JarFile(Product.bundle(BUNDLE).toFile())) {
            Manifest manifest = former.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", VERSION);
            copy(
                    former,
                    folder.resolve("plugins/" + BUNDLE + "_" + VERSION + ".jar"),
                    manifest,
                    replaced,
                    Files.readAllBytes(classes.resolve(replaced)));
        }
    }

    private static void copy(JarFile from, Path to, Manifest manifest, String replaced, byte[] replacement)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    if (entry.getName().equals(replaced)) {
                        jar.write(replacement);
                    } else {
                        from.getInputStream(entry).transferTo(jar);
                    }
                }
            }
        }
    }

    private static void feature(ProductCopy product, Path folder, String former) throws IOException {
        Path xml = product.home().resolve("features/" + FEATURE + "_" + former + "/feature.xml");
        String text = Files.readString(xml)
                .replaceFirst("(<feature[^>]*\\sversion=)\"[^\"]+\"", "$1\"" + VERSION + "\"")
                .replaceFirst(
                        "(<plugin[^>]*id=\"org\\.rnvr\\.app\"[^>]*\\sversion=)\"[^\"]+\"", "$1\"" + VERSION + "\"");
        Path jar = folder.resolve("features/" + FEATURE + "_" + VERSION + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out)) {
            content.putNextEntry(new JarEntry("feature.xml"));
            content.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
