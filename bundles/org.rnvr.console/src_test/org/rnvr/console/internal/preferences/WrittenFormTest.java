package org.rnvr.console.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenFormTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Object value : List.of(
                new BigDecimal("2.5"), List.of(new BigDecimal(255), BigDecimal.ZERO), List.of("a", "b"), "10 MB")) {
            WrittenForm form = value instanceof BigDecimal
                    ? WrittenForm.NUMBER
                    : value.equals(List.of("a", "b"))
                            ? WrittenForm.NAMES
                            : value instanceof List ? WrittenForm.NUMBERS : WrittenForm.TEXT;
            assertEquals(Optional.of(value), form.read(WrittenForm.write(Optional.of(value))));
        }
        assertEquals(Optional.empty(), WrittenForm.NUMBER.read(WrittenForm.write(Optional.empty())));
    }

    @Test
    void whatIsNoNumberStaysAText() {
        assertEquals(Optional.of("12x"), WrittenForm.NUMBER.read(" 12x "));
        assertEquals(Optional.of("1e9"), WrittenForm.NUMBER.read("1e9"));
        assertEquals(Optional.of(List.of(BigDecimal.ONE, "red")), WrittenForm.NUMBERS.read("1, red"));
        assertEquals(Optional.of(List.of("a", "b")), WrittenForm.NAMES.read("a,, b ,"));
    }
}
