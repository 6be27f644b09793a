package org.rnvr.host.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;

/** A configuration that a test changes. */
final class ChangingConfiguration implements ConfigurationService {

    private final Path dataFolder;
    private final List<Consumer<Configuration>> observers = new CopyOnWriteArrayList<>();
    private volatile Configuration configuration;

    ChangingConfiguration(Path dataFolder, Configuration configuration) {
        this.dataFolder = dataFolder;
        this.configuration = configuration;
    }

    void become(Configuration next) {
        configuration = next;
        observers.forEach(observer -> observer.accept(next));
    }

    @Override
    public Path file() {
        return dataFolder.resolve("IT_RNVR.json");
    }

    @Override
    public Path dataFolder() {
        return dataFolder;
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
        observers.add(observer);
        observer.accept(configuration);
        return () -> observers.remove(observer);
    }

    @Override
    public void change(List<ConfigurationEdit> edits) {
        throw new UnsupportedOperationException();
    }
}
