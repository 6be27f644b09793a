package org.rnvr.console.internal.ptz;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.rnvr.config.KeyBindings;

/** Which key does what, by the section {@code ptz_keys}. */
final class PtzKeys {

    private static final int LAST_FUNCTION_KEY = 20;

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("Esc", (int) SWT.ESC),
            Map.entry("Space", (int) ' '),
            Map.entry("Tab", (int) SWT.TAB),
            Map.entry("Enter", (int) SWT.CR),
            Map.entry("Backspace", (int) SWT.BS),
            Map.entry("Delete", (int) SWT.DEL),
            Map.entry("Insert", SWT.INSERT),
            Map.entry("Home", SWT.HOME),
            Map.entry("End", SWT.END),
            Map.entry("PageUp", SWT.PAGE_UP),
            Map.entry("PageDown", SWT.PAGE_DOWN),
            Map.entry("Left", SWT.ARROW_LEFT),
            Map.entry("Right", SWT.ARROW_RIGHT),
            Map.entry("Up", SWT.ARROW_UP),
            Map.entry("Down", SWT.ARROW_DOWN));

    private static final Map<String, Integer> MODIFIERS = Map.of("Ctrl", SWT.CTRL, "Alt", SWT.ALT, "Shift", SWT.SHIFT);

    private final KeyBindings bindings;
    private final Map<Stroke, PtzAction> actions = new HashMap<>();

    PtzKeys(KeyBindings bindings) {
        this.bindings = bindings;
        for (PtzAction action : PtzAction.values()) {
            name(action).flatMap(PtzKeys::stroke).ifPresent(stroke -> actions.put(stroke, action));
        }
    }

    /** Whether every key does the same. */
    boolean isLike(PtzKeys other) {
        return bindings.equals(other.bindings);
    }

    /** The name of an action's key, as in the file; empty when it has none. */
    Optional<String> name(PtzAction action) {
        return Optional.ofNullable(bindings.keys().get(action.setting()));
    }

    /** What a key does that is pressed with these modifiers. */
    Optional<PtzAction> pressed(int keyCode, int modifiers) {
        return Optional.ofNullable(actions.get(new Stroke(keyCode, modifiers & SWT.MODIFIER_MASK)));
    }

    /** Whether a key, whatever the modifiers are by now, is that of an action. */
    boolean isOf(int keyCode, PtzAction action) {
        return actions.entrySet().stream().anyMatch(it -> it.getValue() == action && it.getKey().keyCode == keyCode);
    }

    /** A key that SWT does not know, such as F24, does nothing. */
    private static Optional<Stroke> stroke(String name) {
        String[] parts = name.split("\\+");
        int modifiers = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            modifiers |= MODIFIERS.getOrDefault(parts[i], 0);
        }
        int with = modifiers;
        return keyCode(parts[parts.length - 1]).map(keyCode -> new Stroke(keyCode, with));
    }

    private static Optional<Integer> keyCode(String name) {
        if (name.matches("[A-Z0-9]")) {
            return Optional.of((int) Character.toLowerCase(name.charAt(0)));
        }
        if (name.matches("F\\d{1,2}")) {
            int number = Integer.parseInt(name.substring(1));
            return number >= 1 && number <= LAST_FUNCTION_KEY ? Optional.of(SWT.F1 + number - 1) : Optional.empty();
        }
        return Optional.ofNullable(NAMED.get(name));
    }

    private record Stroke(int keyCode, int modifiers) {}
}
