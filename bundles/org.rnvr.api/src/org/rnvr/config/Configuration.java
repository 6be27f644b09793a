package org.rnvr.config;

import java.nio.file.Path;
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

    /**
     * What holds where the file says nothing; it has no cameras.
     *
     * @param base the folder that relative paths start from, absolute
     */
    public static Configuration defaults(Path base) {
        return new Configuration(
                AppSettings.DEFAULT,
                UiSettings.DEFAULT,
                StreamingSettings.DEFAULT,
                List.of(),
                RecordingSettings.DEFAULT,
                BackupSettings.DEFAULT,
                StorageSettings.of(base.resolve(StorageSettings.DEFAULT_FOLDER).normalize()),
                KeyBindings.MENU,
                KeyBindings.PTZ,
                LoggingSettings.of(base.resolve(LoggingSettings.DEFAULT_FOLDER).normalize()),
                PerformanceSettings.DEFAULT,
                UpdateSettings.DEFAULT);
    }

    /** The camera of this id. */
    public Optional<CameraSettings> camera(String id) {
        return cameras.stream().filter(camera -> camera.id().equals(id)).findFirst();
    }

    /** The same with another section {@code app}. */
    public Configuration with(AppSettings other) {
        return new Configuration(
                other,
                ui,
                streaming,
                cameras,
                recording,
                backup,
                storage,
                menuKeys,
                ptzKeys,
                logging,
                performance,
                updates);
    }

    /** The same with another section {@code ui}. */
    public Configuration with(UiSettings other) {
        return new Configuration(
                app,
                other,
                streaming,
                cameras,
                recording,
                backup,
                storage,
                menuKeys,
                ptzKeys,
                logging,
                performance,
                updates);
    }

    /** The same with another section {@code streaming}. */
    public Configuration with(StreamingSettings other) {
        return new Configuration(
                app, ui, other, cameras, recording, backup, storage, menuKeys, ptzKeys, logging, performance, updates);
    }

    /** The same with other cameras. */
    public Configuration withCameras(List<CameraSettings> others) {
        return new Configuration(
                app,
                ui,
                streaming,
                others,
                recording,
                backup,
                storage,
                menuKeys,
                ptzKeys,
                logging,
                performance,
                updates);
    }

    /** The same with another section {@code recording}. */
    public Configuration with(RecordingSettings other) {
        return new Configuration(
                app, ui, streaming, cameras, other, backup, storage, menuKeys, ptzKeys, logging, performance, updates);
    }

    /** The same with another section {@code storage}. */
    public Configuration with(StorageSettings other) {
        return new Configuration(
                app,
                ui,
                streaming,
                cameras,
                recording,
                backup,
                other,
                menuKeys,
                ptzKeys,
                logging,
                performance,
                updates);
    }

    /** The same with another section {@code logging}. */
    public Configuration with(LoggingSettings other) {
        return new Configuration(
                app,
                ui,
                streaming,
                cameras,
                recording,
                backup,
                storage,
                menuKeys,
                ptzKeys,
                other,
                performance,
                updates);
    }

    /** The same with another section {@code performance}. */
    public Configuration with(PerformanceSettings other) {
        return new Configuration(
                app, ui, streaming, cameras, recording, backup, storage, menuKeys, ptzKeys, logging, other, updates);
    }

    /** The same with another section {@code updates}. */
    public Configuration with(UpdateSettings other) {
        return new Configuration(
                app,
                ui,
                streaming,
                cameras,
                recording,
                backup,
                storage,
                menuKeys,
                ptzKeys,
                logging,
                performance,
                other);
    }

    /** The same with another section {@code menu_keys}. */
    public Configuration withMenuKeys(KeyBindings others) {
        return new Configuration(
                app,
                ui,
                streaming,
                cameras,
                recording,
                backup,
                storage,
                others,
                ptzKeys,
                logging,
                performance,
                updates);
    }

    /** The same with another section {@code ptz_keys}. */
    public Configuration withPtzKeys(KeyBindings others) {
        return new Configuration(
                app,
                ui,
                streaming,
                cameras,
                recording,
                backup,
                storage,
                menuKeys,
                others,
                logging,
                performance,
                updates);
    }
}
