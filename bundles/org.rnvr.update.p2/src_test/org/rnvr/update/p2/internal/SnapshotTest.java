package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    @TempDir
    Path home;

    private Installation installation;
    private Snapshot snapshot;

    @BeforeEach
    void anInstallation() throws IOException {
        installation = new Installation(home);
        snapshot = new Snapshot(installation);
        write("plugins/a_1.jar", "a");
        write("p2/profile", "first");
        write("rnvr", "script");
        write("keys/site.asc", "key");
        write("failed/old", "old");
    }

    @Test
    void afterAChangeTheFormerInstallationIsThere() throws IOException {
        snapshot.begin();
        assertTrue(Snapshot.isUnderWay(installation));
        assertFalse(Snapshot.isCutOff(installation));
        write("p2/profile", "second");
        write("plugins/b_1.jar", "b");
        snapshot.done();
        assertEquals("first", Files.readString(home.resolve("former/p2/profile")));
        assertEquals("a", Files.readString(home.resolve("former/plugins/a_1.jar")));
        assertFalse(Files.exists(home.resolve("former/plugins/b_1.jar")));
        assertFalse(Files.exists(home.resolve("former/keys")));
        assertFalse(Files.exists(home.resolve("failed")));
        assertFalse(Files.exists(installation.changing()));
        assertFalse(Snapshot.isUnderWay(installation));
    }

    @Test
    void aChangeThatWasUndoneLeavesTheFormerInstallationAsItWas() throws IOException {
        snapshot.begin();
        write("p2/profile", "second");
        snapshot.done();
        snapshot.begin();
        snapshot.dropped();
        assertEquals("first", Files.readString(home.resolve("former/p2/profile")));
        assertFalse(Files.exists(installation.changing()));
    }

    @Test
    void withinAChangeNothingIsKeptAgain() throws IOException {
        snapshot.begin();
        write("p2/profile", "second");
        snapshot.begin();
        snapshot.done();
        snapshot.done();
        assertEquals("first", Files.readString(home.resolve("former/p2/profile")));
    }

    @Test
    void theChangeOfAProcessThatIsGoneWasCutOff() throws IOException {
        snapshot.begin();
        Files.writeString(
                installation.changing().resolve(".owner"),
                ProcessHandle.current().pid() + " 1\n");
        assertTrue(Snapshot.isCutOff(installation));
        assertThrows(IOException.class, () -> new Snapshot(installation).begin());
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
