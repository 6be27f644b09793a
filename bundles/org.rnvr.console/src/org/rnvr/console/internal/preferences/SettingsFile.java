package org.rnvr.console.internal.preferences;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.ui.IWorkbench;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationKey;
import org.rnvr.config.ConfigurationKeys;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;

/** The configuration file as a page of the preferences needs it. Nothing waits for the disk; any thread. */
final class SettingsFile {

    /** One thread a request: a disk that does not answer holds up nobody else. */
    private static final Executor DISK = task -> {
        Thread thread = new Thread(task, "rnvr-console-preferences");
        thread.setDaemon(true);
        thread.start();
    };

    private final ConfigurationService configuration;
    private final ConfigurationKeys keys;

    private SettingsFile(ConfigurationService configuration, ConfigurationKeys keys) {
        this.configuration = configuration;
        this.keys = keys;
    }

    /** That of a workbench. */
    static SettingsFile of(IWorkbench workbench) {
        return new SettingsFile(
                workbench.getService(ConfigurationService.class), workbench.getService(ConfigurationKeys.class));
    }

    /**
     * What the file says.
     *
     * @param values from path to value
     * @param failure why it cannot be read, if so
     */
    record Reading(Map<String, Object> values, Optional<String> failure) {}

    List<ConfigurationKey> keys() {
        return keys.all();
    }

    boolean allows(ConfigurationKey key, Object value) {
        return keys.allows(key.path(), value);
    }

    CompletableFuture<Reading> read() {
        return CompletableFuture.supplyAsync(this::readNow, DISK);
    }

    /** Changes it; empty when that was done. */
    CompletableFuture<Optional<ConfigurationRefusedException>> change(List<ConfigurationEdit> edits) {
        return CompletableFuture.supplyAsync(() -> changeNow(edits), DISK);
    }

    /** Tells, there, what the file says now and after every change. */
    Registration follow(Executor there, Consumer<Reading> reader) {
        Coalescer again = new Coalescer(DISK, () -> {
            Reading reading = readNow();
            there.execute(() -> reader.accept(reading));
        });
        return configuration.observe(current -> again.run());
    }

    private Reading readNow() {
        try {
            return new Reading(keys.values(configuration.file()), Optional.empty());
        } catch (IOException e) {
            return new Reading(Map.of(), Optional.of(Reasons.told(e)));
        }
    }

    private Optional<ConfigurationRefusedException> changeNow(List<ConfigurationEdit> edits) {
        try {
            configuration.change(edits);
            return Optional.empty();
        } catch (ConfigurationRefusedException e) {
            return Optional.of(e);
        }
    }
}
