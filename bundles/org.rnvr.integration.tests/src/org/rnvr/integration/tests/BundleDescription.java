package org.rnvr.integration.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/** What a bundle's manifest and its sources say of its dependencies. */
record BundleDescription(
        String name, Set<String> packages, Set<String> imports, Set<String> required, Set<String> exports) {

    private static final Pattern IMPORT =
            Pattern.compile("^import\\s+(?:static\\s+)?([a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*)", Pattern.MULTILINE);

    static BundleDescription read(Path project) {
        try (InputStream manifest = Files.newInputStream(project.resolve("META-INF/MANIFEST.MF"))) {
            var packages = new TreeSet<String>();
            var imports = new TreeSet<String>();
            for (Path source : sources(project.resolve("src"))) {
                packages.add(project.resolve("src")
                        .relativize(source.getParent())
                        .toString()
                        .replace('/', '.'));
                var matcher = IMPORT.matcher(Files.readString(source));
                while (matcher.find()) {
                    imports.add(matcher.group(1));
                }
            }
            return parse(manifest, packages, imports);
        } catch (IOException e) {
            throw new UncheckedIOException(project.toString(), e);
        }
    }

    static BundleDescription parse(InputStream manifest, Set<String> packages, Set<String> sourceImports)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        try {
            ManifestElement.parseBundleManifest(manifest, headers);
            var imports = new TreeSet<>(sourceImports);
            imports.addAll(values(headers, "Import-Package"));
            imports.addAll(values(headers, "DynamicImport-Package"));
            var required = new TreeSet<>(values(headers, "Require-Bundle"));
            required.addAll(values(headers, "Fragment-Host"));
            return new BundleDescription(
                    values(headers, "Bundle-SymbolicName").get(0),
                    Set.copyOf(packages),
                    imports,
                    required,
                    new TreeSet<>(values(headers, "Export-Package")));
        } catch (BundleException e) {
            throw new IOException(e);
        }
    }

    private static List<String> values(Map<String, String> headers, String header) throws BundleException {
        var elements = ManifestElement.parseHeader(header, headers.get(header));
        var values = new ArrayList<String>();
        if (elements != null) {
            Arrays.stream(elements).map(ManifestElement::getValueComponents).forEach(c -> values.addAll(List.of(c)));
        }
        return values;
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
