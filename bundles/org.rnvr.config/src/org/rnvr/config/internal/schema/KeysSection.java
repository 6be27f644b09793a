package org.rnvr.config.internal.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnvr.config.KeyBindings;

/** Section {@code menu_keys} or {@code ptz_keys}: one key of the keyboard for each action, and no key for two actions. */
final class KeysSection {

    static final KeysSection MENU = new KeysSection("menu_keys", KeyBindings.MENU);
    static final KeysSection PTZ = new KeysSection("ptz_keys", KeyBindings.PTZ);

    private final Map<String, Key<String>> actions = new LinkedHashMap<>();

    private KeysSection(String section, KeyBindings defaults) {
        defaults.keys()
                .forEach((action, key) -> actions.put(action, Key.of(section + "." + action, new KeyName(), key)));
    }

    List<Key<?>> keys() {
        return List.copyOf(actions.values());
    }

    KeyBindings read(Values values, Problems problems) {
        Map<String, String> byAction = new LinkedHashMap<>();
        Map<String, String> holders = new HashMap<>();
        List<String> open = new ArrayList<>();
        actions.forEach((action, key) -> {
            String wanted = values.get(key);
            if (values.isGiven(key) && !holders.containsKey(wanted)) {
                holders.put(wanted, action);
                byAction.put(action, wanted);
            } else {
                open.add(action);
            }
        });
        Map<String, String> firstHolders = Map.copyOf(holders);
        for (String action : open) {
            String key = free(action, firstHolders);
            byAction.put(action, key);
            report(action, key, firstHolders, values, problems);
        }
        byAction.forEach((action, key) -> values.put(actions.get(action), key));
        return new KeyBindings(byAction);
    }

    /** The action's own default, or if another action was given that, the other one's default, and so on. */
    private String free(String action, Map<String, String> holders) {
        String key = actions.get(action).fallback();
        while (holders.containsKey(key)) {
            key = actions.get(holders.get(key)).fallback();
        }
        return key;
    }

    private void report(String action, String used, Map<String, String> holders, Values values, Problems problems) {
        Key<String> key = actions.get(action);
        String wanted = values.valueOf(key);
        String holder = holders.get(wanted);
        if (holder != null) {
            problems.error(
                    values.pathOf(key),
                    (values.isGiven(key) ? "found " : "the default ") + wanted + ", which "
                            + values.pathOf(actions.get(holder)) + " has too; using " + used);
        }
    }
}
