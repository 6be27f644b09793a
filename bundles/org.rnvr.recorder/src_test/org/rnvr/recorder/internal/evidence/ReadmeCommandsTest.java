package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.Container;
import org.rnvr.media.Progress;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;

/** The commands that an export's README tells, by the programs that it names. */
class ReadmeCommandsTest {

    private static final String PROMPT = "    $ ";

    @TempDir
    Path root;

    private KeyFolder keys;
    private ExportResult export;
    private List<String> commands;

    @BeforeEach
    void export() throws Exception {
        assumeTrue(
                Shell.run(root, "sh", "-c", "openssl version | grep -q '^OpenSSL [3-9]' && command -v sha256sum") == 0,
                "openssl of version 3 and sha256sum are not installed");
        Recorded recorded = new Recorded(root);
        recorded.add("cam_1", 0, 60);
        keys = new KeyFolder(root.resolve("keys"));
        Path destination = Files.createDirectory(root.resolve("destination"));
        export = new Exporter(
                        recorded.catalog,
                        new FakeMedia(),
                        recorded::site,
                        keys,
                        Recorded.ORIGIN,
                        Recorded.CLOCK,
                        folder -> Long.MAX_VALUE)
                .export(
                        new ExportRequest(List.of("cam_1"), T0, T0.plusSeconds(60), Container.MP4, destination, "note"),
                        Progress.NONE);
        commands = Files.readString(export.folder().resolve("README.txt"))
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
        assertEquals(4, commands.size());
    }

    @Test
    void theySayThatAnExportIsWhatItWas() throws Exception {
        assertEquals("Signature Verified Successfully\n", good(0));
        assertEquals("1\n", good(1));
        String checked = good(2);
        assertEquals(3, checked.lines().count(), checked);
        assertTrue(checked.lines().allMatch(line -> line.endsWith(": OK")), checked);
        assertTrue(good(3).startsWith(keys.signingKey().verifyingKey().fingerprint()));
    }

    @Test
    void theySayThatAManifestChanged() throws Exception {
        append("manifest.json");
        Shell.Output output = run(0);
        assertNotEquals(0, output.exitCode());
        assertFalse(output.text().contains("Successfully"), output.text());
    }

    @Test
    void theySayThatTheListOfHashesChanged() throws Exception {
        append("SHA256SUMS");
        assertEquals(new Shell.Output(1, "0\n"), run(1));
    }

    @Test
    void theySayThatAVideoChanged() throws Exception {
        append(export.files().get(0).file().getFileName().toString());
        Shell.Output output = run(2);
        assertEquals(1, output.exitCode());
        assertTrue(output.text().contains("cam_1_20260301_101500.mp4: FAILED"), output.text());
    }

    @Test
    void opensslReadsTheKeyPairToo() throws Exception {
        Shell.Output output = Shell.output(root, "openssl", "pkey", "-in", "keys/evidence.pem", "-pubout");
        assertEquals(new Shell.Output(0, Files.readString(export.folder().resolve("public-key.pem"))), output);
    }

    private void append(String name) throws IOException {
        Files.writeString(export.folder().resolve(name), "\n", StandardOpenOption.APPEND);
    }

    private String good(int command) throws Exception {
        Shell.Output output = run(command);
        assertEquals(0, output.exitCode(), output.text());
        return output.text();
    }

    private Shell.Output run(int command) throws Exception {
        return Shell.output(export.folder(), "sh", "-c", commands.get(command));
    }
}
