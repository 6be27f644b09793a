package org.rnvr.config.internal;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.rnvr.config.ConfigurationKey;
import org.rnvr.config.ConfigurationKeys;
import org.rnvr.config.internal.file.ConfigurationFile;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.rnvr.config.internal.schema.Key;
import org.rnvr.config.internal.schema.Schema;

/** Describes the schema. */
@Component
public final class ConfigurationKeysComponent implements ConfigurationKeys {

    /** Neither where relative paths start nor what passwords are matters for what is read here. */
    private final ConfigurationReader reader = new ConfigurationReader(Path.of("/"), name -> Optional.of(""));

    private final List<ConfigurationKey> keys =
            Schema.KEYS.stream().map(Key::description).toList();

    @Override
    public List<ConfigurationKey> all() {
        return keys;
    }

    @Override
    public boolean allows(String path, Object value) {
        Key<?> key = Schema.key(path).orElseThrow(() -> new IllegalArgumentException(path + " is no key"));
        try {
            JsonElement json = Editing.json(value);
            return key.kind().read(json).isPresent();
        } catch (IllegalArgumentException e) {
            // JSON has no such value, so no key allows it.
            return false;
        }
    }

    @Override
    public Map<String, Object> values(Path file) throws IOException {
        ConfigurationFile read = new ConfigurationFile(file.toAbsolutePath().normalize());
        Map<String, Object> values = new LinkedHashMap<>();
        Loader.lookOrEmpty(read, reader).reading().settings().forEach((path, setting) -> setting.plain()
                .ifPresent(value -> values.put(path, value)));
        return Map.copyOf(values);
    }
}
