package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.recorder.internal.hash.Sha256;

class ReadBackTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 1 << 20, (1 << 20) + 1, (3 << 20) + 5})
    void everySizeIsReadToItsEnd(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        AtomicLong passed = new AtomicLong();
        assertEquals(new Sha256.Hashed(Sha256.of(content), size), ReadBack.hash(file, passed::addAndGet));
        assertEquals(size, passed.get());
    }

    @Test
    void aFileThatIsNotThereIsSaidToBe() {
        assertThrows(NoSuchFileException.class, () -> ReadBack.hash(folder.resolve("none"), bytes -> {}));
    }
}
