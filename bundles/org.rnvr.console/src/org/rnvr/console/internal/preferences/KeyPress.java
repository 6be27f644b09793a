package org.rnvr.console.internal.preferences;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;

/** A press of a key as the configuration writes it, for example {@code Ctrl+N}. */
final class KeyPress {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry((int) SWT.ESC, "Esc"),
            Map.entry((int) ' ', "Space"),
            Map.entry((int) SWT.CR, "Enter"),
            Map.entry(SWT.KEYPAD_CR, "Enter"),
            Map.entry((int) SWT.BS, "Backspace"),
            Map.entry((int) SWT.DEL, "Delete"),
            Map.entry(SWT.INSERT, "Insert"),
            Map.entry(SWT.HOME, "Home"),
            Map.entry(SWT.END, "End"),
            Map.entry(SWT.PAGE_UP, "PageUp"),
            Map.entry(SWT.PAGE_DOWN, "PageDown"),
            Map.entry(SWT.ARROW_LEFT, "Left"),
            Map.entry(SWT.ARROW_RIGHT, "Right"),
            Map.entry(SWT.ARROW_UP, "Up"),
            Map.entry(SWT.ARROW_DOWN, "Down"));
    private static final int LAST_FUNCTION_KEY = 20;

    private KeyPress() {}

    /**
     * The name of a press; empty for one that the configuration has no name for, such as that of Shift alone.
     *
     * @param keyCode as SWT has it
     * @param stateMask the modifiers held, as SWT has them
     */
    static Optional<String> name(int keyCode, int stateMask) {
        return keyName(keyCode).map(name -> modifiers(stateMask) + name);
    }

    private static Optional<String> keyName(int keyCode) {
        if (keyCode >= 'a' && keyCode <= 'z' || keyCode >= '0' && keyCode <= '9') {
            return Optional.of(String.valueOf((char) Character.toUpperCase(keyCode)));
        }
        for (int number = 1; number <= LAST_FUNCTION_KEY; number++) {
            if (keyCode == SWT.F1 + number - 1) {
                return Optional.of("F" + number);
            }
        }
        return Optional.ofNullable(NAMES.get(keyCode));
    }

    private static String modifiers(int stateMask) {
        return ((stateMask & SWT.CTRL) != 0 ? "Ctrl+" : "")
                + ((stateMask & SWT.ALT) != 0 ? "Alt+" : "")
                + ((stateMask & SWT.SHIFT) != 0 ? "Shift+" : "");
    }
}
