package org.rnvr.console.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;

class KeyPressTest {

    @Test
    void keysHaveTheNamesOfTheConfiguration() {
        assertEquals(Optional.of("F1"), KeyPress.name(SWT.F1, 0));
        assertEquals(Optional.of("F12"), KeyPress.name(SWT.F12, 0));
        assertEquals(Optional.of("N"), KeyPress.name('n', 0));
        assertEquals(Optional.of("7"), KeyPress.name('7', 0));
        assertEquals(Optional.of("Esc"), KeyPress.name(SWT.ESC, 0));
        assertEquals(Optional.of("Left"), KeyPress.name(SWT.ARROW_LEFT, 0));
        assertEquals(Optional.of("Ctrl+N"), KeyPress.name('n', SWT.CTRL));
        assertEquals(Optional.of("Ctrl+Alt+Shift+Delete"), KeyPress.name(SWT.DEL, SWT.CTRL | SWT.ALT | SWT.SHIFT));
    }

    @Test
    void aModifierAloneAndWhatHasNoNameIsNoKey() {
        assertEquals(Optional.empty(), KeyPress.name(SWT.CTRL, SWT.CTRL));
        assertEquals(Optional.empty(), KeyPress.name(SWT.TAB, 0));
        assertEquals(Optional.empty(), KeyPress.name(0xe9, 0));
    }
}
