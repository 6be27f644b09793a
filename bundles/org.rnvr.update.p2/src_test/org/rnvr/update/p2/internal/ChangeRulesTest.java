package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.UpdateRefusedException;

class ChangeRulesTest {

    @TempDir
    Path home;

    private Installation installation;

    @BeforeEach
    void anInstallation() throws IOException {
        installation = new Installation(home);
        Files.createDirectories(home.resolve("plugins"));
        Files.createDirectories(home.resolve("p2"));
        Files.createDirectories(installation.bundlesInfo().getParent());
        Files.createFile(installation.bundlesInfo());
    }

    @Test
    void whereEverythingMayBeWrittenToItMayBeChanged() {
        assertDoesNotThrow(new ChangeRules(installation, Files::isWritable)::check);
    }

    @Test
    void whereAnythingMayNotBeWrittenToItSaysWhatToDo() {
        installation.changed().forEach(part -> {
            Refusal refusal = refusal(new ChangeRules(installation, path -> !path.equals(part)));
            assertEquals(Reason.NOT_WRITABLE, refusal.reason(), part::toString);
            assertTrue(
                    refusal.message()
                            .startsWith(
                                    "The installation " + home + " cannot be written to by this user. Become the user"
                                            + " that may (sudo), use the package manager"),
                    refusal.message());
            assertTrue(refusal.message().contains("folder dropins"), refusal.message());
        });
    }

    @Test
    void whileAnotherChangeIsUnderWayItMayNot() throws IOException {
        Snapshot other = new Snapshot(installation);
        other.begin();
        assertEquals(
                Reason.BUSY,
                refusal(new ChangeRules(installation, Files::isWritable)).reason());
        other.dropped();
        assertDoesNotThrow(new ChangeRules(installation, Files::isWritable)::check);
    }

    private static Refusal refusal(ChangeRules rules) {
        UpdateRefusedException refused = assertThrows(UpdateRefusedException.class, rules::check);
        assertEquals(1, refused.refusals().size());
        return refused.refusals().get(0);
    }
}
