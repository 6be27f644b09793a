package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.VerificationReport;

/** Compares an exported folder with what it says of itself. Reads only. */
public final class Verifier {

    /** More than a manifest, a signature or a key ever has. */
    private static final long MOST_BYTES = 64L << 20;

    private final KeyFolder keys;

    /**
     * Of this installation.
     *
     * @param keys tells whether a key is ours; it need not hold one
     */
    public Verifier(KeyFolder keys) {
        this.keys = keys;
    }

    /**
     * Compares.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws IOException if the folder cannot be read
     */
    public VerificationReport verify(Path folder, Progress progress) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + (Files.exists(folder) ? " is no folder" : " is not there")
                    + "; name the folder of an export, which holds " + ExportNames.MANIFEST);
        }
        return new Comparison(folder, progress).report();
    }

    /** One verification. */
    private final class Comparison {

        private final Path folder;
        private final Progress progress;
        private final Set<String> present;
        private final List<String> problems = new ArrayList<>();
        private int files;

        Comparison(Path folder, Progress progress) throws IOException {
            this.folder = folder;
            this.progress = progress;
            try (Stream<Path> entries = Files.list(folder)) {
                present = new TreeSet<>(
                        entries.map(entry -> entry.getFileName().toString()).toList());
            } catch (IOException e) {
                throw new IOException(folder + " cannot be read: " + Failure.reason(e), e);
            }
        }

        VerificationReport report() {
            Optional<byte[]> manifest = read(ExportNames.MANIFEST);
            Optional<byte[]> signature = read(ExportNames.SIGNATURE);
            Optional<VerifyingKey> key = read(ExportNames.KEY).flatMap(this::key);
            if (manifest.isPresent()
                    && signature.isPresent()
                    && key.isPresent()
                    && !key.get().verifies(manifest.get(), signature.get())) {
                problem(
                        ExportNames.MANIFEST,
                        "the signature in " + ExportNames.SIGNATURE + " is not of this file by the key in "
                                + ExportNames.KEY + ": one of the three was changed");
            }
            manifest.flatMap(this::listed).ifPresent(this::compare);
            String fingerprint = key.map(VerifyingKey::fingerprint).orElse("");
            boolean own = key.isPresent() && key.equals(keys.verifyingKey());
            return new VerificationReport(problems, files, fingerprint, own);
        }

        private Optional<VerifyingKey> key(byte[] pem) {
            try {
                return Optional.of(VerifyingKey.parse(pem));
            } catch (IOException e) {
                problem(ExportNames.KEY, "no public key can be read from it: " + e.getMessage());
                return Optional.empty();
            }
        }

        private Optional<List<ExportManifest.Listed>> listed(byte[] manifest) {
            try {
                return Optional.of(ManifestJson.listed(manifest));
            } catch (IOException e) {
                problem(ExportNames.MANIFEST, "it cannot be understood, and no file compared: " + e.getMessage());
                return Optional.empty();
            }
        }

        private void compare(List<ExportManifest.Listed> listed) {
            Set<String> names = new HashSet<>(List.of(ExportNames.MANIFEST, ExportNames.SIGNATURE));
            long bytes = listed.stream()
                    .mapToLong(file -> Math.max(0, file.content().bytes()))
                    .sum();
            ByteProgress work = new ByteProgress(progress, bytes);
            for (ExportManifest.Listed file : listed) {
                work.check();
                if (names.add(file.name())) {
                    compare(file, work);
                } else {
                    problem(file.name(), "the manifest lists it twice");
                }
            }
            for (String name : present) {
                if (!names.contains(name) && !name.equals(ExportNames.KEY)) {
                    problem(name, "unexpected: the manifest does not list it");
                }
            }
            if (!names.contains(ExportNames.KEY)) {
                problem(ExportNames.KEY, "the manifest does not list it");
            }
        }

        private void compare(ExportManifest.Listed file, ByteProgress work) {
            if (!requireRegular(file.name())) {
                return;
            }
            files++;
            try {
                Sha256.Hashed found = Sha256.of(folder.resolve(file.name()), Long.MAX_VALUE, work::passed);
                if (!found.equals(file.content())) {
                    problem(file.name(), "changed: expected " + words(file.content()) + ", found " + words(found));
                }
            } catch (IOException e) {
                problem(file.name(), "cannot be read: " + Failure.reason(e));
            }
        }

        private static String words(Sha256.Hashed content) {
            return content.bytes() + " bytes with SHA-256 " + content.sha256();
        }

        private Optional<byte[]> read(String name) {
            if (!requireRegular(name)) {
                return Optional.empty();
            }
            try {
                Path file = folder.resolve(name);
                if (Files.size(file) > MOST_BYTES) {
                    problem(name, "cannot be read: it is larger than any " + name);
                    return Optional.empty();
                }
                return Optional.of(Files.readAllBytes(file));
            } catch (IOException e) {
                problem(name, "cannot be read: " + Failure.reason(e));
                return Optional.empty();
            }
        }

        /** A name that leads elsewhere is none of the folder's. */
        private boolean requireRegular(String name) {
            if (!present.contains(name)) {
                problem(name, "missing");
                return false;
            }
            if (!Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                problem(name, "is not a file of its own, but a folder, a link or the like");
                return false;
            }
            return true;
        }

        private void problem(String file, String sentence) {
            // What others wrote is not to steer the terminal that it is shown on.
            String problem = (file + ": " + sentence).replaceAll("\\p{Cntrl}", "?");
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }
}
