package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Reads what a bundle says of itself before it runs. */
final class BundleJar {

    private BundleJar() {}

    /** The bundle in a jar or a folder. */
    static NewBundle read(BundleLine line) throws IOException {
        Map<String, String> headers = new HashMap<>();
        manifest(line.file())
                .getMainAttributes()
                .forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return new NewBundle(
                line.id(),
                values(headers, Constants.FRAGMENT_HOST).stream().findFirst(),
                values(headers, Constants.EXPORT_PACKAGE));
    }

    private static Manifest manifest(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            try (InputStream in = Files.newInputStream(file.resolve(JarFile.MANIFEST_NAME))) {
                return new Manifest(in);
            }
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.ofNullable(jar.getManifest()).orElseThrow(() -> new IOException(file + " has no manifest"));
        }
    }

    private static Set<String> values(Map<String, String> headers, String header) throws IOException {
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
            return elements == null
                    ? Set.of()
                    : Arrays.stream(elements)
                            .flatMap(element -> Arrays.stream(element.getValueComponents()))
                            .collect(Collectors.toSet());
        } catch (BundleException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
