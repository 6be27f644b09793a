package org.rnvr.monitor.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;

/** A configuration that never changes. */
final class FixedConfiguration implements ConfigurationService {

    private final Configuration configuration;

    FixedConfiguration(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Path file() {
        return Path.of("IT_RNVR.json");
    }

    @Override
    public Path dataFolder() {
        return Path.of(".");
    }

    @Override
    public Configuration current() {
        return configuration;
    }

    @Override
    public List<ConfigurationProblem> problems() {
        return List.of();
    }

    @Override
    public Registration observe(Consumer<Configuration> observer) {
        observer.accept(configuration);
        return () -> {};
    }

    @Override
    public void change(List<ConfigurationEdit> edits) {
        throw new UnsupportedOperationException();
    }
}
