package org.rnvr.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.Command;

/** A key that signs releases, known to a gpg of its own. */
final class GnupgKey implements AutoCloseable {

    private static final Path SIGN = Path.of(System.getProperty("rnvr.root")).resolve("releng/sign");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration AGENT_ENDS = Duration.ofSeconds(30);

    /** The sockets in it need a short path. */
    private final Path home;

    private final String fingerprint;

    private GnupgKey(Path home, String fingerprint) {
        this.home = home;
        this.fingerprint = fingerprint;
    }

    static GnupgKey of(String owner) {
        try {
            Path home = Files.createTempDirectory(
                    "rnvr-gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            gpg(home, "--passphrase", "", "--quick-generate-key", owner, "ed25519", "sign", "never");
            String fingerprint = gpg(home, "--with-colons", "--list-secret-keys")
                    .lines()
                    .filter(line -> line.startsWith("fpr:"))
                    .map(line -> line.split(":")[9])
                    .findFirst()
                    .orElseThrow();
            return new GnupgKey(home, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fingerprint() {
        return fingerprint;
    }

    /** The public key as text. */
    String text() {
        return gpg(home, "--armor", "--export", fingerprint);
    }

    /** Signs a repository as a release is signed. */
    void sign(Path repository) {
        Command signed = Command.run(
                LIMIT,
                List.of("env", "GNUPGHOME=" + home, SIGN.toString(), "--key", fingerprint, repository.toString()));
        if (signed.exitCode() != 0) {
            throw new AssertionError("The repository was not signed: " + signed);
        }
    }

    @Override
    public void close() {
        Command.succeed("gpgconf", "--homedir", home.toString(), "--kill", "all");
        // the agent takes its sockets away by itself, after it has answered
        Await.value("the end of the agent", AGENT_ENDS, () -> Optional.of(names(home))
                .filter(names -> names.stream().noneMatch(name -> name.startsWith("S."))));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String gpg(Path home, String... arguments) {
        return Command.succeed(Stream.concat(
                        Stream.of("gpg", "--homedir", home.toString(), "--batch", "--quiet", "--no-permission-warning"),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }
}
