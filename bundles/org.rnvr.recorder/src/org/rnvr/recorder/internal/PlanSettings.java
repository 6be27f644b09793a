package org.rnvr.recorder.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.rnvr.config.Configuration;
import org.rnvr.config.Container;

/**
 * The settings that decide how and where a camera is recorded.
 *
 * @param folder the recording folder
 * @param container file format
 * @param rotation length of a file
 * @param stagger by how much the camera's first file is shorter
 * @param fragment the most that a power cut may cost
 * @param preRoll what stays in memory of a camera that is not to be recorded
 * @param outageMemory what stays in memory while the volume does not take it
 * @param memoryBytes bound of both
 */
record PlanSettings(
        Path folder,
        Container container,
        Duration rotation,
        Duration stagger,
        Duration fragment,
        Duration preRoll,
        Duration outageMemory,
        long memoryBytes) {

    /** Whether a file that is being written by one may go on by the other. */
    boolean makesTheSameFilesAs(PlanSettings other) {
        return folder.equals(other.folder)
                && container == other.container
                && rotation.equals(other.rotation)
                && fragment.equals(other.fragment);
    }

    /**
     * The settings of one camera.
     *
     * @param configuration the site
     * @param place of the camera among all, from 0
     */
    static PlanSettings of(Configuration configuration, int place) {
        Duration rotation = configuration.recording().rotation();
        return new PlanSettings(
                configuration.storage().recordingPath(),
                configuration.recording().container(),
                rotation,
                Stagger.of(rotation, place),
                configuration.recording().fragment(),
                configuration.recording().preRoll(),
                configuration.storage().outageMemory(),
                configuration.storage().memoryBytesPerCamera());
    }
}
