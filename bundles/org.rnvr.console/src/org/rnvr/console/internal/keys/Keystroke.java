package org.rnvr.console.internal.keys;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * A key of the keyboard with modifiers, as the configuration names it, in any order of the modifiers.
 *
 * @param modifiers {@code Ctrl}, {@code Alt}, {@code Shift}
 * @param key for example {@code F1}, {@code N} or {@code Esc}
 */
public record Keystroke(Set<String> modifiers, String key) {

    private static final int LAST_FUNCTION_KEY = 20;
    private static final Map<Integer, String> MODIFIERS = Map.of(SWT.CTRL, "Ctrl", SWT.ALT, "Alt", SWT.SHIFT, "Shift");
    private static final List<String> ORDER = List.of("Ctrl", "Alt", "Shift");
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry((int) SWT.ESC, "Esc"),
            Map.entry((int) ' ', "Space"),
            Map.entry((int) SWT.TAB, "Tab"),
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

    /** Of what the configuration has names for. */
    public Keystroke {
        modifiers = Set.copyOf(modifiers);
    }

    /** As the configuration spells it, for example {@code Ctrl+N}. */
    static Keystroke of(String spelled) {
        List<String> parts = Arrays.asList(spelled.split("\\+"));
        int last = parts.size() - 1;
        return new Keystroke(new HashSet<>(parts.subList(0, last)), parts.get(last));
    }

    /** What was pressed; empty for a key that the configuration has no name for, and for a modifier alone. */
    public static Optional<Keystroke> of(Event pressed) {
        return of(pressed.stateMask, pressed.keyCode);
    }

    /** As the workbench writes it in its table; empty for a key that the configuration has no name for. */
    static Optional<Keystroke> of(KeyStroke bound) {
        return of(bound.getModifierKeys(), Character.toLowerCase(bound.getNaturalKey()));
    }

    /** As the configuration spells it, for example {@code Ctrl+N}. */
    public String spelled() {
        return Stream.concat(ORDER.stream().filter(modifiers::contains), Stream.of(key))
                .collect(Collectors.joining("+"));
    }

    private static Optional<Keystroke> of(int stateMask, int keyCode) {
        Set<String> modifiers = new HashSet<>();
        MODIFIERS.forEach((mask, name) -> {
            if ((stateMask & mask) != 0) {
                modifiers.add(name);
            }
        });
        return name(keyCode).map(key -> new Keystroke(modifiers, key));
    }

    private static Optional<String> name(int code) {
        if (code >= SWT.F1 && code < SWT.F1 + LAST_FUNCTION_KEY) {
            return Optional.of("F" + (code - SWT.F1 + 1));
        }
        if (code >= 'a' && code <= 'z' || code >= '0' && code <= '9') {
            return Optional.of(Character.toString(code).toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(NAMES.get(code));
    }
}
