package org.rnvr.config.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;

/** Files with faults, each beside the very messages that it must give, in order: {@code SEVERITY PATH: message}. */
class FaultyConfigurationsTest {

    private final ConfigurationCheckComponent check = new ConfigurationCheckComponent(Path.of("/data"));

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesTheMessagesPromised(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".json", ".problems"));
        List<String> found = check.check(file).stream()
                .map(problem -> problem.severity() + " " + problem)
                .toList();
        assertEquals(String.join("\n", Files.readAllLines(expected)), String.join("\n", found));
    }

    @ParameterizedTest
    @MethodSource("files")
    void showsNoSecret(Path file) {
        for (ConfigurationProblem problem : check.check(file)) {
            for (String secret : List.of("geheim", "p@ss", "@:/#%~", "12345", "a@b", "passwd")) {
                assertFalse(problem.toString().contains(secret), problem::toString);
            }
        }
    }

    @Test
    void saysThatAFileIsMissing() {
        assertEquals(
                List.of(new ConfigurationProblem(Severity.UNREADABLE, "IT_RNVR.json", "does not exist in /nowhere")),
                check.check(Path.of("/nowhere/IT_RNVR.json")));
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertEquals(
                List.of(new ConfigurationProblem(Severity.UNREADABLE, "faulty", "cannot be read: Is a directory")),
                check.check(folder()));
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(FaultyConfigurationsTest.class.getResource("faulty"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
