package org.rnvr.console.internal.keys;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.ui.keys.IBindingService;

/** The keys of the console itself, which no key of the configuration can be. On the UI thread. */
public final class OwnKeys {

    private final IBindingService bindings;

    /** In the table of this workbench. */
    public OwnKeys(IBindingService bindings) {
        this.bindings = bindings;
    }

    /**
     * What a key always means instead of what the configuration wants it to, in words; empty if it is free.
     *
     * @param path of the key of the configuration, for example {@code menu_keys.camera_connect}
     * @param key spelled as in the configuration
     */
    public Optional<String> meaning(String path, String key) {
        return meaning(MenuKeys.command(path).orElse(""), Keystroke.of(key));
    }

    /** What a key always means instead of a command, in words; empty if it is free or means the same. */
    Optional<String> meaning(String command, Keystroke key) {
        return Arrays.stream(bindings.getBindings())
                .filter(binding -> KeyScheme.ID.equals(binding.getSchemeId()))
                .filter(binding -> isOf(binding.getTriggerSequence(), key))
                .map(Binding::getParameterizedCommand)
                .filter(bound -> !bound.getId().equals(command))
                .findFirst()
                .map(OwnKeys::words);
    }

    private static boolean isOf(TriggerSequence sequence, Keystroke key) {
        return sequence instanceof KeySequence keys
                && keys.getKeyStrokes().length == 1
                && Keystroke.of(keys.getKeyStrokes()[0]).filter(key::equals).isPresent();
    }

    private static String words(ParameterizedCommand command) {
        try {
            return command.getName();
        } catch (NotDefinedException e) {
            return command.getId();
        }
    }
}
