package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        folder = data.resolve("keys");
        file = folder.resolve("evidence.pem");
    }

    @Test
    void theKeyPairIsMadeOnceForItsUserAlone() throws IOException {
        new KeyFolder(folder).prepare();
        byte[] made = Files.readAllBytes(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        new KeyFolder(folder).prepare();
        assertArrayEquals(made, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void whatItSignsIsVerifiedByItsPublicHalfAlone() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        SigningKey key = keys.signingKey();
        byte[] signature = key.sign(MESSAGE);
        assertEquals(Optional.of(key.verifyingKey()), keys.verifyingKey());
        assertTrue(keys.verifyingKey().orElseThrow().verifies(MESSAGE, signature));
        assertFalse(keys.verifyingKey().orElseThrow().verifies(new byte[1], signature));
        assertFalse(SigningKey.generate().verifyingKey().verifies(MESSAGE, signature));
        assertNotEquals(key.verifyingKey(), SigningKey.generate().verifyingKey());
    }

    @Test
    void aKeyThatIsOpenToOthersIsClosed() throws IOException {
        new KeyFolder(folder).prepare();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        new KeyFolder(folder).prepare();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void aDamagedKeyIsNeverReplaced() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        keys.prepare();
        String pem = Files.readString(file);
        for (String damaged : List.of("", "no key", pem.substring(0, pem.length() / 2), pem.replace("A", "!"))) {
            Files.writeString(file, damaged);
            String message = assertThrows(IOException.class, keys::prepare).getMessage();
            assertTrue(message.contains(file.toString()), message);
            assertEquals(damaged, Files.readString(file));
        }
        assertEquals(Optional.empty(), keys.verifyingKey());
    }

    @Test
    void halvesOfTwoPairsAreNoPair() throws IOException {
        Files.createDirectories(folder);
        String one = new String(SigningKey.generate().pem(), StandardCharsets.US_ASCII);
        byte[] other = SigningKey.generate().verifyingKey().pem();
        Files.writeString(
                file,
                one.substring(0, one.indexOf("-----BEGIN PUBLIC")) + new String(other, StandardCharsets.US_ASCII));
        String message =
                assertThrows(IOException.class, new KeyFolder(folder)::prepare).getMessage();
        assertTrue(message.contains("do not belong together"), message);
    }

    @Test
    void whatWasLeftOfAnInterruptedFirstStartDoesNotMatter() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".evidence.pem.tmp"), "half a key");
        new KeyFolder(folder).prepare();
        assertTrue(Files.exists(file));
        assertTrue(Files.notExists(folder.resolve(".evidence.pem.tmp")));
    }

    @Test
    void thereIsNoKeyUntilOneIsMade() {
        assertEquals(Optional.empty(), new KeyFolder(folder).verifyingKey());
        assertTrue(Files.notExists(folder));
    }

    @Test
    void theTextFormHoldsNoSecret() {
        SigningKey key = SigningKey.generate();
        assertEquals("SigningKey[" + key.verifyingKey().fingerprint() + "]", key.toString());
    }
}
