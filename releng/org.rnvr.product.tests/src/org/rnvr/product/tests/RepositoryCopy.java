package org.rnvr.product.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A copy of a p2 repository that a test may change: its lists are plain files, its artifacts the same files as the original's.
 *
 * @param folder where it is
 */
record RepositoryCopy(Path folder) {

    private static final Pattern ARTIFACT =
            Pattern.compile("(?s)<artifact classifier='([^']+)' id='([^']+)' version='([^']+)'>.*?</artifact>");
    private static final Pattern PROPERTIES = Pattern.compile("<properties size='(\\d+)'>");
    private static final List<String> LISTS = List.of("artifacts", "content");

    /** Makes one in a folder that is not there yet. */
    static RepositoryCopy of(Path repository, Path folder) {
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().equals(repository)) {
                    Path copy = folder.resolve(repository.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.createLink(copy, file);
                }
            }
            for (String list : LISTS) {
                Path packed = repository.resolve(list + ".jar");
                Path plain = folder.resolve(list + ".xml");
                if (Files.exists(packed)) {
                    try (ZipFile jar = new ZipFile(packed.toFile());
                            InputStream xml = jar.getInputStream(jar.getEntry(list + ".xml"))) {
                        Files.copy(xml, plain);
                    }
                } else {
                    Files.copy(repository.resolve(list + ".xml"), plain);
                }
            }
            return new RepositoryCopy(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How large the artifacts are. */
    long bytes() {
        return ARTIFACT.matcher(text("artifacts"))
                .results()
                .map(found -> folder.resolve(new Artifact(found).file()))
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    /**
     * An artifact as it is listed.
     *
     * @param text its entry in the list
     * @param classifier what it is
     * @param id its name
     * @param version its version
     */
    record Artifact(String text, String classifier, String id, String version) {

        private Artifact(MatchResult found) {
            this(found.group(), found.group(1), found.group(2), found.group(3));
        }

        /** Its file within the repository. */
        Path file() {
            String name = id + "_" + version;
            return switch (classifier) {
                case "osgi.bundle" -> Path.of("plugins", name + ".jar");
                case "org.eclipse.update.feature" -> Path.of("features", name + ".jar");
                default -> Path.of(classifier, name);
            };
        }

        Artifact ofVersion(String other) {
            return new Artifact(
                    text.replaceFirst(" version='[^']+'", " version='" + other + "'"), classifier, id, other);
        }

        /** With one more property. */
        Artifact with(String name, String value) {
            Matcher properties = PROPERTIES.matcher(text);
            if (!properties.find()) {
                throw new AssertionError("No properties in " + text);
            }
            String more = "<properties size='" + (Integer.parseInt(properties.group(1)) + 1) + "'>\n<property name='"
                    + name + "' value='" + value.replace("\n", "&#10;") + "'/>";
            return new Artifact(properties.replaceFirst(Matcher.quoteReplacement(more)), classifier, id, version);
        }

        /** With size and checksums of a content. */
        Artifact fitting(byte[] content) {
            String fitting = set(text, "artifact.size", Integer.toString(content.length));
            fitting = set(fitting, "download.size", Integer.toString(content.length));
            for (String algorithm : List.of("sha-512", "sha-256", "sha-1", "md5")) {
                fitting = set(fitting, "download.checksum." + algorithm, digest(algorithm, content));
            }
            return new Artifact(fitting, classifier, id, version);
        }

        private static String set(String entry, String name, String value) {
            return entry.replaceFirst("(name='" + Pattern.quote(name) + "' value=')[^']*", "$1" + value);
        }

        private static String digest(String algorithm, byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance(algorithm).digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The first artifact of a name. */
    Artifact artifact(String id) {
        return ARTIFACT.matcher(text("artifacts"))
                .results()
                .map(Artifact::new)
                .filter(artifact -> artifact.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(folder + " lacks " + id));
    }

    /** Lists every artifact as it is told. */
    void list(UnaryOperator<Artifact> edit) {
        edit("artifacts", text -> ARTIFACT.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(edit.apply(new Artifact(found)).text())));
    }

    /** Changes a list as it is told: {@code artifacts} or {@code content}. */
    void edit(String list, UnaryOperator<String> edit) {
        try {
            Files.writeString(folder.resolve(list + ".xml"), edit.apply(text(list)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list: {@code artifacts} or {@code content}. */
    String text(String list) {
        try {
            return Files.readString(folder.resolve(list + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] content(Artifact artifact) {
        try {
            return Files.readAllBytes(folder.resolve(artifact.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts another content in the place of an artifact's, and gives the artifact as that fits. */
    Artifact put(Artifact artifact, byte[] content) {
        try {
            Path file = folder.resolve(artifact.file());
            Files.deleteIfExists(file); // it is the original's, too
            Files.write(file, content);
            return artifact.fitting(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
