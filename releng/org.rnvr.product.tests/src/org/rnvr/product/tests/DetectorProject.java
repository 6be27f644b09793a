package org.rnvr.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Command;

/** A third party's project: outside this repository, and built against the p2 repository that this build publishes. */
final class DetectorProject {

    static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("rnvr.root"), "rnvr.root"));
    static final Path RNVR_REPOSITORY = ROOT.resolve("releng/org.rnvr.product/target/repository");

    private static final Path EXAMPLE = ROOT.resolve("releng/example");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> VERSIONED = List.of("bundle/META-INF/MANIFEST.MF", "feature/feature.xml");

    private final Path folder;
    private final Path maven;

    private DetectorProject(Path folder, Path maven) {
        this.folder = folder;
        this.maven = maven;
    }

    /** A copy of the example, without what was built there. */
    static DetectorProject copyOfExample(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(DetectorProject::isSource).toList()) {
                Path copy = folder.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new DetectorProject(folder, ROOT.resolve("mvnw"));
    }

    /** What {@code releng/new-detector} makes. */
    static DetectorProject made(String id, Path folder) {
        Command command =
                Command.run(LIMIT, List.of(ROOT.resolve("releng/new-detector").toString(), id, folder.toString()));
        if (command.exitCode() != 0) {
            throw new AssertionError(command);
        }
        return new DetectorProject(folder, folder.resolve("mvnw"));
    }

    /** Makes bundle and feature another version, as their author would before he publishes them again. */
    DetectorProject version(String version) throws IOException {
        for (String name : VERSIONED) {
            Path file = folder.resolve(name);
            Files.writeString(
                    file, Files.readString(file).replaceAll("\\d+\\.\\d+\\.\\d+\\.qualifier", version + ".qualifier"));
        }
        return this;
    }

    /** Lets a file of it say something else. */
    DetectorProject edit(String file, String was, String is) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(was)) {
            throw new AssertionError(path + " lacks " + was);
        }
        Files.writeString(path, text.replace(was, is));
        return this;
    }

    /**
     * Builds and tests it; without the network first, since the build of RNVR needed nearly all that this one needs.
     *
     * @return what Maven said
     */
    String build(String... options) {
        Command offline = maven(Stream.concat(Stream.of("-o"), Stream.of(options)));
        Command done = offline.exitCode() == 0 ? offline : maven(Stream.of(options));
        if (done.exitCode() != 0) {
            throw new AssertionError(done.output());
        }
        return done.output();
    }

    /** The p2 repository that was built. */
    Path repository() {
        return folder.resolve("repository/target/repository");
    }

    /** The files of one folder of that repository. */
    List<String> published(String kind) {
        try (Stream<Path> files = Files.list(repository().resolve(kind))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command maven(Stream<String> options) {
        List<String> words = new ArrayList<>(List.of(
                maven.toString(),
                "-B",
                "--no-transfer-progress",
                "-f",
                folder.resolve("pom.xml").toString(),
                "verify"));
        words.add("-Drnvr.repository=" + RNVR_REPOSITORY.toUri());
        options.forEach(words::add);
        return Command.run(LIMIT, words);
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file)
                && !EXAMPLE.relativize(file).toString().matches("([^/]+/)?(target/.*|\\.polyglot\\..*|\\.tycho-.*)");
    }
}
