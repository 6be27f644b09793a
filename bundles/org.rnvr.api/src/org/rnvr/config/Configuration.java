package org.rnvr.config;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All settings of a site, valid throughout: where the file has a bad value, the default stands here.
 *
 * @param app section {@code app}
 * @param ui section {@code ui}
 * @param streaming section {@code streaming}
 * @param cameras section {@code cameras}, in display order
 * @param recording section {@code recording}
 * @param backup section {@code backup}
 * @param storage section {@code storage}
 * @param menuKeys section {@code menu_keys}
 * @param ptzKeys section {@code ptz_keys}
 * @param logging section {@code logging}
 * @param performance section {@code performance}
 * @param updates section {@code updates}
 */
public record Configuration(
        AppSettings app,
        UiSettings ui,
        StreamingSettings streaming,
        List<CameraSettings> cameras,
        RecordingSettings recording,
        BackupSettings backup,
        StorageSettings storage,
        KeyBindings menuKeys,
        KeyBindings ptzKeys,
        LoggingSettings logging,
        PerformanceSettings performance,
        UpdateSettings updates) {

    public Configuration {
        Objects.requireNonNull(app);
        Objects.requireNonNull(ui);
        Objects.requireNonNull(streaming);
        cameras = cameras.stream()
                .sorted(Comparator.comparingInt(CameraSettings::displayOrder))
                .toList();
        Objects.requireNonNull(recording);
        Objects.requireNonNull(backup);
        Objects.requireNonNull(storage);
        Objects.requireNonNull(menuKeys);
        Objects.requireNonNull(ptzKeys);
        Objects.requireNonNull(logging);
        Objects.requireNonNull(performance);
        Objects.requireNonNull(updates);
    }

    /** The camera of this id. */
    public Optional<CameraSettings> camera(String id) {
        return cameras.stream().filter(camera -> camera.id().equals(id)).findFirst();
    }
}
