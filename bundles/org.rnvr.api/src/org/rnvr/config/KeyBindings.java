package org.rnvr.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Section {@code menu_keys} or {@code ptz_keys}.
 *
 * @param keys from action (the key's name in the file, for example {@code camera_connect}) to key name (for example
 *     {@code F1}), complete and without duplicates, in the order given
 */
public record KeyBindings(Map<String, String> keys) {

    /** Section {@code menu_keys} where the configuration says nothing. */
    public static final KeyBindings MENU =
            of("camera_connect F1, camera_stop F2, camera_connect_all F3, camera_stop_all F4, prev_config F5, "
                    + "next_config F6, record_start F7, record_stop F8, screen_rotate F9, screen_flip F10, "
                    + "menu_open F11, program_exit F12, screen_hide Esc, prev_group N, next_group M");

    /** Section {@code ptz_keys} where the configuration says nothing. */
    public static final KeyBindings PTZ =
            of("up W, down X, left A, right D, pan_left Q, right_up E, pan_down Z, right_down C, stop S, zoom_in V, "
                    + "zoom_out B, ptz_speed_up R, ptz_speed_down T");

    public KeyBindings {
        Map<String, String> ordered = new LinkedHashMap<>();
        keys.forEach((action, key) -> ordered.put(Objects.requireNonNull(action), Objects.requireNonNull(key)));
        keys = Collections.unmodifiableMap(ordered);
    }

    private static KeyBindings of(String actionsAndKeys) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String binding : actionsAndKeys.split(", ")) {
            String[] actionAndKey = binding.split(" ");
            keys.put(actionAndKey[0], actionAndKey[1]);
        }
        return new KeyBindings(keys);
    }
}
