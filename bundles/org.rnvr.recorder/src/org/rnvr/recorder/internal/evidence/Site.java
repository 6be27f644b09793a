package org.rnvr.recorder.internal.evidence;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.rnvr.config.BackupSettings;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;

/**
 * What evidence and backups need of the configuration.
 *
 * @param recordings the recording folder
 * @param names names of the cameras by id
 * @param backup how copies are made
 */
public record Site(Path recordings, Map<String, String> names, BackupSettings backup) {
    public Site {
        Objects.requireNonNull(recordings);
        names = Map.copyOf(names);
        Objects.requireNonNull(backup);
    }

    /** Of a configuration. */
    public static Site of(Configuration configuration) {
        Map<String, String> names = new LinkedHashMap<>();
        for (CameraSettings camera : configuration.cameras()) {
            names.put(camera.id(), camera.name());
        }
        return new Site(configuration.storage().recordingPath(), names, configuration.backup());
    }

    String nameOf(String cameraId) {
        return names.getOrDefault(cameraId, cameraId);
    }

    /** A recorded file as seen from the recording folder: {@code camera_id/YYYYMMDD/file}. */
    Path relative(Path file) {
        if (file.startsWith(recordings)) {
            return recordings.relativize(file);
        }
        // The catalog may know the folder by another name, such as that behind a symbolic link.
        int names = file.getNameCount();
        return file.subpath(Math.max(0, names - 3), names);
    }
}
