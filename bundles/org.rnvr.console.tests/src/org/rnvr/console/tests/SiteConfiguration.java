package org.rnvr.console.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;

/** A configuration without a file. */
final class SiteConfiguration implements ConfigurationService {

    /** The data folder of tests that keep nothing. */
    static final Path NOWHERE = Path.of("/var/lib/rnvr");

    private final List<Consumer<Configuration>> observers = new CopyOnWriteArrayList<>();
    private final List<ConfigurationEdit> edits = new ArrayList<>();
    private volatile Configuration current;
    private volatile List<ConfigurationProblem> problems = List.of();
    private volatile boolean changedOnUiThread;
    private volatile Path file = Path.of("/etc/rnvr/IT_RNVR.json");
    private volatile Path data = NOWHERE;
    private volatile Optional<ConfigurationProblem> refusal = Optional.empty();

    SiteConfiguration(Configuration current) {
        this.current = current;
    }

    void becomes(Configuration configuration, List<ConfigurationProblem> itsProblems) {
        current = configuration;
        problems = itsProblems;
        observers.forEach(observer -> observer.accept(configuration));
    }

    synchronized List<ConfigurationEdit> edits() {
        return List.copyOf(edits);
    }

    synchronized void forgetEdits() {
        edits.clear();
    }

    /** Where those look who read the file. */
    void isIn(Path otherFile) {
        file = otherFile;
    }

    /** Where what is recorded and remembered goes. */
    void keepsIn(Path folder) {
        data = folder;
    }

    /** Refuses every change for a reason, or none any more. */
    void refuse(Optional<ConfigurationProblem> reason) {
        refusal = reason;
    }

    /** The changes up to now, which are forgotten. */
    synchronized List<ConfigurationEdit> takeEdits() {
        List<ConfigurationEdit> taken = List.copyOf(edits);
        edits.clear();
        return taken;
    }

    boolean wasChangedOnUiThread() {
        return changedOnUiThread;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Path dataFolder() {
        return data;
    }

    @Override
    public Configuration current() {
        return current;
    }

    @Override
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    @Override
    public Registration observe(Consumer<Configuration> observer) {
        observers.add(observer);
        observer.accept(current);
        return () -> observers.remove(observer);
    }

    @Override
    public synchronized void change(List<ConfigurationEdit> changes) throws ConfigurationRefusedException {
        changedOnUiThread |= Display.getCurrent() != null;
        if (refusal.isPresent()) {
            throw new ConfigurationRefusedException(List.of(refusal.get()));
        }
        edits.addAll(changes);
    }
}
