package org.rnvr.config.internal.schema;

import java.util.List;
import org.rnvr.config.AppSettings;

/** Section {@code app}. */
final class AppSection {

    private static final Key<String> NAME = Key.of("app.app_name", Text.ANY, AppSettings.DEFAULT.name());
    private static final Key<String> VERSION = Key.of("app.version", Text.ANY, AppSettings.DEFAULT.version());

    static final List<Key<?>> KEYS = List.of(NAME, VERSION);

    private AppSection() {}

    static AppSettings read(Values values) {
        return new AppSettings(values.get(NAME), values.get(VERSION));
    }
}
