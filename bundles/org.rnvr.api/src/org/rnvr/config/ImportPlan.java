package org.rnvr.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What taking over another configuration would do. Nothing is ever removed: cameras and keys that it does not have stay.
 *
 * @param edits what to change; may hold passwords, which their text form does not show
 * @param changes what is different after that, in the order of the reference
 * @param notTakenOver what stays behind, and why: bad values, keys that RNVR does not know
 */
public record ImportPlan(List<ConfigurationEdit> edits, List<Change> changes, List<ConfigurationProblem> notTakenOver) {

    public ImportPlan {
        edits = List.copyOf(edits);
        changes = List.copyOf(changes);
        notTakenOver = List.copyOf(notTakenOver);
    }

    /**
     * One difference.
     *
     * @param path the path of the key, {@code cameras[].name} for every camera; {@code cameras[]} for a camera that is added
     * @param cameraId the camera it is of; empty outside {@code cameras}
     * @param before what holds now, as an operator would write it; {@code ***} for a secret; empty for a camera that is added
     * @param after what will hold; the camera's name for one that is added
     */
    public record Change(String path, Optional<String> cameraId, String before, String after) {
        public Change {
            Objects.requireNonNull(path);
            Objects.requireNonNull(cameraId);
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }

        /** Whether a camera is added. */
        public boolean addsCamera() {
            return path.equals("cameras[]");
        }
    }
}
