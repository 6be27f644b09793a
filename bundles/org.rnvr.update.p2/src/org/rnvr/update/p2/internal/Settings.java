package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnvr.config.ConfigurationKeys;
import org.rnvr.config.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The section {@code updates}: of the site that is recorded, else of the file that the process was started with. */
final class Settings {

    private static final Logger LOGGER = LoggerFactory.getLogger(Settings.class);

    private final ConfigurationKeys keys;
    private final Optional<Path> file;
    private volatile Optional<ConfigurationService> service = Optional.empty();

    Settings(ConfigurationKeys keys, Optional<String> file) {
        this.keys = keys;
        this.file = file.map(Path::of);
    }

    void take(ConfigurationService configuration) {
        service = Optional.of(configuration);
    }

    void forget(ConfigurationService configuration) {
        service = service.filter(one -> one != configuration);
    }

    /** Whether they are those of a site that is recorded. */
    boolean areOfSite() {
        return service.isPresent();
    }

    boolean allowUnsigned() {
        return service.map(one -> one.current().updates().allowUnsigned())
                .orElseGet(() -> Boolean.TRUE.equals(values().get("updates.allow_unsigned")));
    }

    List<URI> repositories() {
        return service.map(one -> one.current().updates().repositories())
                .orElseGet(() -> values().get("updates.repositories") instanceof List<?> list
                        ? list.stream().map(text -> address(text.toString())).toList()
                        : List.of());
    }

    static URI address(String text) {
        return text.startsWith("/") ? Path.of(text).toUri() : URI.create(text);
    }

    private Map<String, Object> values() {
        if (file.isEmpty()) {
            return Map.of();
        }
        try {
            return keys.values(file.get());
        } catch (IOException e) {
            LOGGER.warn("{} is not looked at: {}", file.get(), e.getMessage());
            return Map.of();
        }
    }
}
