package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.json.JsonPath;
import org.rnvr.config.internal.schema.Reading.CameraReading;
import org.rnvr.config.internal.secret.SecretLookup;

/** Makes a valid configuration of any document, and says what is wrong with that. */
public final class ConfigurationReader {

    private static final String CAMERAS = "cameras";

    private final Path base;
    private final SecretLookup secrets;

    /**
     * A reader.
     *
     * @param base the folder that relative paths start from, absolute
     * @param secrets where passwords are kept that the document only refers to
     */
    public ConfigurationReader(Path base, SecretLookup secrets) {
        this.base = base;
        this.secrets = secrets;
    }

    /** What comes of a document. */
    public Reading read(JsonDocument document) {
        Problems problems = new Problems();
        document.repeated().forEach(path -> problems.error(path, "stands more than once; the last one is used"));
        Map<String, CameraReading> cameraReadings = new LinkedHashMap<>();
        List<CameraSettings> cameras = cameras(document.root(), problems, cameraReadings);
        Values values = new Values(document.root(), problems);
        Configuration configuration = new Configuration(
                AppSection.read(values),
                UiSection.read(values),
                StreamingSection.read(values),
                cameras,
                RecordingSection.read(values),
                BackupSection.read(values, base),
                StorageSection.read(values, base),
                KeysSection.MENU.read(values, problems),
                KeysSection.PTZ.read(values, problems),
                LoggingSection.read(values, base),
                PerformanceSection.read(values),
                UpdatesSection.read(values));
        UnknownKeys.note(document.root(), problems);
        return new Reading(configuration, problems.inOrderOf(document.root()), values.settings(), cameraReadings);
    }

    private List<CameraSettings> cameras(JsonObject document, Problems problems, Map<String, CameraReading> readings) {
        JsonElement list = document.get(CAMERAS);
        if (list == null) {
            return List.of();
        }
        if (!list.isJsonArray()) {
            problems.error(CAMERAS, "found " + Found.sort(list) + ", expected a list of objects; there are no cameras");
            return List.of();
        }
        List<CameraSettings> cameras = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (int i = 0; i < list.getAsJsonArray().size(); i++) {
            String path = JsonPath.element(CAMERAS, i);
            JsonElement element = list.getAsJsonArray().get(i);
            if (element instanceof JsonObject camera) {
                Values values = new Values(camera, CameraSection.PATTERN, path, problems);
                new CameraSection(values, i, problems, secrets).read(taken).ifPresent(settings -> {
                    cameras.add(settings);
                    readings.put(settings.id(), new CameraReading(path, values.settings()));
                });
            } else {
                problems.error(path, "found " + Found.sort(element) + ", expected an object; the camera is not used");
            }
        }
        return cameras;
    }
}
