package org.rnvr.console.internal.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.pipeline.CameraTrial;
import org.rnvr.pipeline.CameraTrials;

/** Tries out and saves what a dialog holds of a camera, without keeping the caller waiting. */
final class CameraEditor {

    private final ConfigurationService configuration;
    private final Optional<CameraTrials> trials;
    private final Optional<String> edited;
    private final Executor background;

    /**
     * Of one camera.
     *
     * @param configuration where it is kept
     * @param trials tries it out, if anybody does
     * @param edited the camera that is there; empty for a new one
     * @param background may wait for the disk
     */
    CameraEditor(
            ConfigurationService configuration,
            Optional<CameraTrials> trials,
            Optional<String> edited,
            Executor background) {
        this.configuration = configuration;
        this.trials = trials;
        this.edited = edited;
        this.background = background;
    }

    boolean isNew() {
        return edited.isEmpty();
    }

    /** What the dialog begins with. */
    CameraForm form() {
        return present().map(CameraForm::of).orElse(CameraForm.NEW);
    }

    private Optional<CameraSettings> present() {
        return edited.flatMap(id -> configuration.current().camera(id));
    }

    /** Ids that are another camera's. */
    Set<String> taken() {
        return configuration.current().cameras().stream()
                .map(CameraSettings::id)
                .filter(id -> !edited.equals(Optional.of(id)))
                .collect(Collectors.toSet());
    }

    boolean canTryOut() {
        return trials.isPresent();
    }

    /** Tries it out as it is in the dialog. */
    CompletionStage<CameraTrial> tryOut(CameraForm form) {
        Configuration current = configuration.current();
        return trials.orElseThrow().tryOut(form.settings(present()), current.streaming());
    }

    /** Writes what differs; completed exceptionally with a {@link ConfigurationRefusedException} if it is refused. */
    CompletionStage<Void> save(CameraForm form, CameraForm before) {
        Map<String, Object> changes = form.changes(before);
        if (changes.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        return change(new ConfigurationEdit.PutCamera(form.id(), changes));
    }

    private CompletionStage<Void> change(ConfigurationEdit edit) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        background.execute(() -> {
            try {
                configuration.change(List.of(edit));
                done.complete(null);
            } catch (ConfigurationRefusedException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Takes the camera out; completed exceptionally as {@link #save}. */
    CompletionStage<Void> remove() {
        return change(new ConfigurationEdit.RemoveCamera(edited.orElseThrow()));
    }
}
