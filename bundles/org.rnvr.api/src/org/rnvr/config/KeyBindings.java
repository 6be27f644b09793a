package org.rnvr.config;

import java.util.Map;

/**
 * Section {@code menu_keys} or {@code ptz_keys}.
 *
 * @param keys from action (the key's name in the file, for example {@code camera_connect}) to key name (for example
 *     {@code F1}), complete and without duplicates
 */
public record KeyBindings(Map<String, String> keys) {
    public KeyBindings {
        keys = Map.copyOf(keys);
    }
}
