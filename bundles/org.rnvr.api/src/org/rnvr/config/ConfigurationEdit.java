package org.rnvr.config;

import java.util.Map;
import java.util.Objects;

/** One change of the configuration file. Values are text, numbers, booleans, or lists and maps of those, as in JSON. */
public sealed interface ConfigurationEdit {

    /**
     * Sets a key outside {@code cameras}.
     *
     * @param path the JSON path, for example {@code streaming.latency_ms}
     * @param value the value
     */
    record Set(String path, Object value) implements ConfigurationEdit {
        public Set {
            Objects.requireNonNull(path);
            Objects.requireNonNull(value);
        }
    }

    /**
     * Takes a key outside {@code cameras} out, so that its default holds.
     *
     * @param path the JSON path
     */
    record Remove(String path) implements ConfigurationEdit {
        public Remove {
            Objects.requireNonNull(path);
        }
    }

    /**
     * Adds a camera, or sets keys of one that is there; its other keys stay.
     *
     * @param cameraId the camera
     * @param keys from key name, for example {@code rtsp_url}, to value; a {@code password} goes to the secure storage.
     *     Not shown in the text form, as it may hold a secret
     */
    record PutCamera(String cameraId, Map<String, Object> keys) implements ConfigurationEdit {
        public PutCamera {
            Objects.requireNonNull(cameraId);
            keys = Map.copyOf(keys);
        }

        @Override
        public String toString() {
            return "PutCamera[" + cameraId + ", " + keys.keySet() + "]";
        }
    }

    /**
     * Takes a camera out. Its recordings stay.
     *
     * @param cameraId the camera
     */
    record RemoveCamera(String cameraId) implements ConfigurationEdit {
        public RemoveCamera {
            Objects.requireNonNull(cameraId);
        }
    }
}
