package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.Container;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.VerificationReport;

class VerifierTest {

    private static final String VIDEO = "cam_1_20260301_101500.mp4";

    @TempDir
    Path root;

    private KeyFolder keys;
    private Path folder;

    @BeforeEach
    void export() throws IOException {
        Recorded recorded = new Recorded(root);
        recorded.add("cam_1", 0, 60);
        keys = new KeyFolder(root.resolve("keys"));
        folder = new Exporter(
                        recorded.catalog,
                        new FakeMedia(),
                        recorded::site,
                        keys,
                        Recorded.ORIGIN,
                        Recorded.CLOCK,
                        destination -> Long.MAX_VALUE)
                .export(
                        new ExportRequest(
                                List.of("cam_1"),
                                T0,
                                T0.plusSeconds(60),
                                Container.MP4,
                                Files.createDirectory(root.resolve("destination")),
                                ""),
                        Progress.NONE)
                .folder();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "manifest.sig", "public-key.pem", "README.txt", "SHA256SUMS", VIDEO})
    void oneFlippedBitIsFoundWhereverItIs(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] content = Files.readAllBytes(file);
        KeyFolder none = new KeyFolder(root.resolve("none"));
        for (int i = 0; i < content.length; i++) {
            byte[] flipped = content.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            Files.write(file, flipped);
            assertFalse(verify(none).isGood(), name + " with bit " + i % 8 + " of byte " + i + " flipped");
        }
        Files.write(file, content);
        assertTrue(verify().isGood());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.txt", "SHA256SUMS", VIDEO})
    void aChangedFileIsNamedWithBothHashesAndSizes(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] content = Files.readAllBytes(file);
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        byte[] changed = Files.readAllBytes(file);
        assertEquals(
                List.of(name + ": changed: expected " + content.length + " bytes with SHA-256 " + Sha256.of(content)
                        + ", found " + changed.length + " bytes with SHA-256 " + Sha256.of(changed)),
                verify().problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "manifest.sig", "public-key.pem", "README.txt", "SHA256SUMS", VIDEO})
    void aMissingFileIsNamed(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertEquals(List.of(name + ": missing"), verify().problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "manifest.sig", "public-key.pem", "README.txt", "SHA256SUMS", VIDEO})
    void aLinkIsNoFileOfTheFolder(String name) throws IOException {
        Path elsewhere = Files.move(folder.resolve(name), root.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve(name), elsewhere);
        assertEquals(
                List.of(name + ": is not a file of its own, but a folder, a link or the like"), verify().problems());
    }

    @Test
    void whatTheManifestDoesNotListIsUnexpected() throws IOException {
        Files.writeString(folder.resolve("another.mp4"), "");
        Files.createDirectory(folder.resolve("folder"));
        assertEquals(
                List.of(
                        "another.mp4: unexpected: the manifest does not list it",
                        "folder: unexpected: the manifest does not list it"),
                verify().problems());
    }

    @Test
    void aChangedManifestIsToldFromItsFiles() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("recorder-1", "recorder-2"));
        VerificationReport report = verify();
        assertEquals(1, report.problems().size(), report.problems().toString());
        assertTrue(report.problems().get(0).startsWith("manifest.json: the signature in manifest.sig is not"));
        assertEquals(4, report.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "null", "{}", "{\"format\":\"org.rnvr.export\",\"format_version\":2}"})
    void aManifestThatCannotBeUnderstoodIsSaidToBeSo(String text) throws IOException {
        resign(text);
        VerificationReport report = verify();
        assertEquals(1, report.problems().size(), report.problems().toString());
        assertTrue(report.problems().get(0).startsWith("manifest.json: it cannot be understood"));
        assertEquals(0, report.files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1]",
                "[{\"file\":\"x\"}]",
                "[{\"file\":[],\"sha256\":\"\",\"bytes\":1}]",
                "[{\"file\":\"x\",\"sha256\":\"\",\"bytes\":\"many\"}]",
                "{}"
            })
    void noListOfFilesMakesItGood(String files) throws IOException {
        resign("{\"format\":\"org.rnvr.export\",\"format_version\":1,\"cameras\":[],\"files\":" + files + "}");
        assertFalse(verify().isGood());
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Files.writeString(root.resolve("outside"), "");
        resign("{\"format\":\"org.rnvr.export\",\"format_version\":1,\"cameras\":[],\"files\":[{\"file\":"
                + "\"../../outside\",\"bytes\":0,\"sha256\":\"" + Sha256.of(new byte[0]) + "\"}]}");
        assertTrue(verify().problems().contains("../../outside: missing"));
    }

    @Test
    void aNameCannotSteerATerminal() throws IOException {
        Files.writeString(folder.resolve("\u001b[2Jevil\nline"), "");
        assertEquals(List.of("?[2Jevil?line: unexpected: the manifest does not list it"), verify().problems());
    }

    @Test
    void aFileThatIsListedTwiceIsAProblem() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        resign(Files.readString(manifest).replace("\"README.txt\"", "\"SHA256SUMS\""));
        assertTrue(verify().problems().contains("SHA256SUMS: the manifest lists it twice"));
    }

    @Test
    void theKeyOfAnotherInstallationIsToldAndNoProblem() throws IOException {
        String fingerprint = keys.signingKey().verifyingKey().fingerprint();
        KeyFolder other = new KeyFolder(root.resolve("other"));
        for (VerificationReport report : List.of(verify(other), verify(prepared(other)))) {
            assertEquals(List.of(), report.problems());
            assertFalse(report.ownKey());
            assertEquals(fingerprint, report.keyFingerprint());
        }
    }

    @Test
    void signedAnewByAnotherItIsNotOurs() throws IOException {
        SigningKey forger = SigningKey.generate();
        String own = new String(keys.signingKey().verifyingKey().pem(), StandardCharsets.US_ASCII);
        byte[] pem = forger.verifyingKey().pem();
        Files.write(folder.resolve("public-key.pem"), pem);
        String manifest = Files.readString(folder.resolve("manifest.json"))
                .replace(Sha256.of(own.getBytes(StandardCharsets.US_ASCII)), Sha256.of(pem));
        Files.writeString(folder.resolve("manifest.json"), manifest);
        Files.write(folder.resolve("manifest.sig"), forger.sign(manifest.getBytes(StandardCharsets.UTF_8)));
        VerificationReport report = verify();
        assertEquals(List.of(), report.problems());
        assertFalse(report.ownKey());
    }

    @Test
    void theKeyOfAnotherAloneIsAProblem() throws IOException {
        Files.write(
                folder.resolve("public-key.pem"),
                SigningKey.generate().verifyingKey().pem());
        List<String> problems = verify().problems();
        assertEquals(2, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("manifest.json: the signature"), problems.toString());
        assertTrue(problems.get(1).startsWith("public-key.pem: changed"), problems.toString());
    }

    @Test
    void aReadOnlyMediumIsVerified() throws Exception {
        String place = folder.toString();
        assumeTrue(Shell.run(root, "mount", "--bind", place, place) == 0, "mounting a read-only volume needs root");
        try {
            assumeTrue(
                    Shell.run(root, "mount", "-o", "remount,bind,ro", place) == 0,
                    "the volume cannot be made read-only here");
            assertThrows(IOException.class, () -> Files.writeString(folder.resolve("new"), ""));
            assertTrue(verify().isGood());
        } finally {
            assertEquals(0, Shell.run(root, "umount", place));
        }
    }

    @Test
    void whatIsNoFolderCannotBeRead() {
        for (Path none : List.of(root.resolve("none"), folder.resolve(VIDEO))) {
            IOException refusal = assertThrows(IOException.class, () -> new Verifier(keys).verify(none, Progress.NONE));
            assertTrue(refusal.getMessage().startsWith(none.toString()), refusal.getMessage());
        }
    }

    @Test
    void itCanBeCancelled() {
        assertThrows(CancellationException.class, () -> new Verifier(keys).verify(folder, new CancelledAfter(2)));
    }

    @Test
    void theReportTellsTheKeyAndWhoseItIs() throws IOException {
        String fingerprint = keys.signingKey().verifyingKey().fingerprint();
        assertEquals(new VerificationReport(List.of(), 4, fingerprint, true), verify());
        Files.delete(folder.resolve(VIDEO));
        assertEquals(
                new VerificationReport(List.of(VIDEO + ": missing"), 3, fingerprint, false),
                verify(new KeyFolder(root.resolve("none"))));
        Files.delete(folder.resolve("public-key.pem"));
        assertEquals("", verify().keyFingerprint());
    }

    private VerificationReport verify() throws IOException {
        return verify(keys);
    }

    private VerificationReport verify(KeyFolder own) throws IOException {
        return new Verifier(own).verify(folder, Progress.NONE);
    }

    private static KeyFolder prepared(KeyFolder folder) throws IOException {
        folder.prepare();
        return folder;
    }

    private void resign(String manifest) throws IOException {
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("manifest.json"), bytes);
        Files.write(folder.resolve("manifest.sig"), keys.signingKey().sign(bytes));
    }
}
