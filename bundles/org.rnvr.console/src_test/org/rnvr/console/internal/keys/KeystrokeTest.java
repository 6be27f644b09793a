package org.rnvr.console.internal.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeystrokeTest {

    @ParameterizedTest
    @CsvSource({
        "F1, 16777226",
        "F12, 16777237",
        "Esc, 27",
        "Enter, 13",
        "Enter, 16777296",
        "N, 110",
        "7, 55",
        "Space, 32",
        "Delete, 127",
        "PageDown, 16777222",
        "Left, 16777219"
    })
    void aKeyHasTheNameOfTheConfiguration(String name, int code) {
        assertEquals(Optional.of(Keystroke.of(name)), Keystroke.of(pressed(code, 0)));
    }

    @Test
    void modifiersCountInAnyOrder() {
        Keystroke pressed = Keystroke.of(pressed('n', SWT.CTRL | SWT.SHIFT)).orElseThrow();
        assertEquals(Keystroke.of("Ctrl+Shift+N"), pressed);
        assertEquals(Keystroke.of("Shift+Ctrl+N"), pressed);
        assertNotEquals(Keystroke.of("N"), pressed);
    }

    @Test
    void itIsSpelledInOneOrder() {
        assertEquals("N", Keystroke.of("N").spelled());
        assertEquals(
                "Ctrl+Alt+Shift+Delete", Keystroke.of("Shift+Alt+Ctrl+Delete").spelled());
    }

    @Test
    void aModifierAloneAndWhatHasNoNameIsNoKey() {
        assertEquals(Optional.empty(), Keystroke.of(pressed(SWT.CTRL, 0)));
        assertEquals(Optional.empty(), Keystroke.of(pressed(0xe9, 0)));
    }

    private static Event pressed(int code, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        return event;
    }
}
