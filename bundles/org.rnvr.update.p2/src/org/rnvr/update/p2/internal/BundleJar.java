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
import org.osgi.framework.Version;

/** Reads what a bundle says of itself before it runs. */
final class BundleJar {

    private BundleJar() {}

    /** The bundle that a line names. */
    static NewBundle read(BundleLine line) throws IOException {
        Map<String, String> headers =
                headers(line.file()).orElseThrow(() -> new IOException(line.file() + " has no manifest"));
        return bundle(line.id(), headers);
    }

    /** The bundle in a jar; none where it is a jar of something else. */
    static Optional<NewBundle> read(Path file) throws IOException {
        Map<String, String> headers = headers(file).orElse(Map.of());
        Optional<String> name =
                values(headers, Constants.BUNDLE_SYMBOLICNAME).stream().findFirst();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Version version = Version.parseVersion(headers.get(Constants.BUNDLE_VERSION));
            return Optional.of(bundle(new BundleId(name.get(), version.toString()), headers));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static NewBundle bundle(BundleId id, Map<String, String> headers) throws IOException {
        return new NewBundle(
                id,
                values(headers, Constants.FRAGMENT_HOST).stream().findFirst(),
                values(headers, Constants.EXPORT_PACKAGE));
    }

    private static Optional<Map<String, String>> headers(Path file) throws IOException {
        Map<String, String> headers = new HashMap<>();
        Optional<Manifest> manifest = manifest(file);
        manifest.ifPresent(one ->
                one.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString())));
        return manifest.map(one -> headers);
    }

    private static Optional<Manifest> manifest(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            try (InputStream in = Files.newInputStream(file.resolve(JarFile.MANIFEST_NAME))) {
                return Optional.of(new Manifest(in));
            }
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.ofNullable(jar.getManifest());
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
