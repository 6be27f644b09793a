package org.rnvr.console.internal.keys;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.KeyBindings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds keys in the configuration that the console has itself, so that they do nothing there. On the UI thread. */
public final class KeysTaken {

    private static final Logger LOG = LoggerFactory.getLogger(KeysTaken.class);

    private final OwnKeys own;
    private List<ConfigurationProblem> found = List.of();

    /** Beside these keys. */
    public KeysTaken(OwnKeys own) {
        this.own = own;
    }

    /** Those of a configuration, in its order; what was not found the last time goes to the log. */
    public List<ConfigurationProblem> in(Configuration configuration) {
        List<ConfigurationProblem> now = Stream.concat(
                        in("menu_keys", configuration.menuKeys()), in("ptz_keys", configuration.ptzKeys()))
                .toList();
        now.stream().filter(problem -> !found.contains(problem)).forEach(problem -> LOG.warn("{}", problem));
        found = now;
        return now;
    }

    private Stream<ConfigurationProblem> in(String section, KeyBindings keys) {
        return keys.keys().entrySet().stream().flatMap(key -> in(section + '.' + key.getKey(), key.getValue()));
    }

    private Stream<ConfigurationProblem> in(String path, String key) {
        return own.meaning(path, key).stream()
                .map(meaning -> new ConfigurationProblem(Severity.ERROR, path, NLS.bind(Messages.taken, key, meaning)));
    }
}
