package org.rnvr.product.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.rnvr.lab.fixture.Product;
import org.rnvr.product.tests.RepositoryCopy.Artifact;

/** RNVR's p2 repository as the release after this build would publish it: all of RNVR's own is newer. */
final class NextVersion {

    static final String VERSION = "99.0.0";
    static final String APPLICATION = "org.rnvr.app";

    private static final Pattern OWN_UNIT = Pattern.compile("<unit id='[^']*org\\.rnvr\\.[^']*' version='([^']+)'");
    private static final String HEADLESS = "org/rnvr/app/internal/HeadlessApplication.class";
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

    private NextVersion() {}

    /** Makes it in a folder that is not there yet. */
    static RepositoryCopy in(Path folder) {
        return in(folder, Map.of());
    }

    /** As {@link #in}, but its headless application does nothing but this. */
    static RepositoryCopy broken(Path folder, String statement) {
        return in(folder, Map.of(HEADLESS, compiled(folder, statement)));
    }

    private static RepositoryCopy in(Path folder, Map<String, byte[]> replaced) {
        RepositoryCopy next = RepositoryCopy.of(DetectorProject.RNVR_REPOSITORY, folder);
        Set<String> formers = OWN_UNIT.matcher(next.text("content"))
                .results()
                .map(unit -> unit.group(1))
                .collect(Collectors.toSet());
        next.edit("content", text -> newer(text, formers));
        next.list(
                artifact -> formers.contains(artifact.version()) ? newer(next, artifact, formers, replaced) : artifact);
        return next;
    }

    private static String newer(String text, Set<String> formers) {
        String newer = text;
        for (String former : formers) {
            newer = newer.replace(former, VERSION);
        }
        return newer;
    }

    private static Artifact newer(
            RepositoryCopy next, Artifact former, Set<String> formers, Map<String, byte[]> replaced) {
        byte[] content = next.content(former);
        switch (former.classifier()) {
            case "osgi.bundle" -> {
                JarContent jar = new JarContent(content);
                jar.put(JarFile.MANIFEST_NAME, manifest(jar.get(JarFile.MANIFEST_NAME)));
                if (former.id().equals(APPLICATION)) {
                    replaced.forEach(jar::put);
                }
                content = jar.bytes();
            }
            case "org.eclipse.update.feature" -> {
                JarContent jar = new JarContent(content);
                String xml = newer(new String(jar.get("feature.xml"), UTF_8), formers);
                content = jar.put("feature.xml", xml.getBytes(UTF_8)).bytes();
            }
            default -> {} // the files of a feature bear no version
        }
        return next.put(former.ofVersion(VERSION), content);
    }

    private static byte[] manifest(byte[] former) {
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream(former));
            manifest.getMainAttributes().putValue("Bundle-Version", VERSION);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            manifest.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compiled(Path folder, String statement) {
        try {
            Path classes = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-classes"));
            Path source = Files.writeString(classes.resolve("HeadlessApplication.java"), BROKEN.formatted(statement));
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
            return Files.readAllBytes(classes.resolve(HEADLESS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
