package org.rnvr.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {

    @Test
    void fourBytesAreAPixel() {
        assertEquals(24, new Picture(3, 2, new byte[24]).pixels().length);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 23", "3, 2, 25", "0, 2, 0", "3, 0, 0", "-1, -1, 4", "65536, 16384, 0"})
    void anotherNumberOfBytesIsNoPicture(int width, int height, int bytes) {
        byte[] pixels = new byte[bytes];
        assertThrows(IllegalArgumentException.class, () -> new Picture(width, height, pixels));
    }
}
