package org.rnvr.config.internal.schema;

import java.util.List;
import java.util.Map;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationProblem;

/**
 * What came of a document.
 *
 * @param configuration the settings
 * @param problems what is wrong with it, in its order
 * @param settings every key outside {@code cameras} with its value, by path
 * @param cameras the cameras in use, by id
 */
public record Reading(
        Configuration configuration,
        List<ConfigurationProblem> problems,
        Map<String, Setting> settings,
        Map<String, CameraReading> cameras) {

    /**
     * What came of one camera.
     *
     * @param path where it stands
     * @param settings every key with its value, by path in the schema
     */
    public record CameraReading(String path, Map<String, Setting> settings) {}
}
