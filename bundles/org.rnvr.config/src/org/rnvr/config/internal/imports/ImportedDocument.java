package org.rnvr.config.internal.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationEdit.PutCamera;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.json.JsonPath;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.rnvr.config.internal.schema.Key;
import org.rnvr.config.internal.schema.Reading;
import org.rnvr.config.internal.schema.Reading.CameraReading;
import org.rnvr.config.internal.schema.Schema;
import org.rnvr.config.internal.schema.Setting;

/** A configuration of another installation: what can be taken over of it, and what cannot. */
public final class ImportedDocument {

    private static final String CAMERA = "cameras[]";
    private static final String CAMERA_ID = "camera_id";
    private static final String PASSWORD = "password";
    private static final List<String> KEY_SECTIONS = List.of("menu_keys", "ptz_keys");

    private final JsonObject document;
    private final Reading reading;
    private final Set<String> bad;
    private final List<ConfigurationEdit> edits = new ArrayList<>();
    private final List<ConfigurationProblem> notTakenOver = new ArrayList<>();

    /** Of this document, read as if it were in force here. */
    public ImportedDocument(JsonDocument document, ConfigurationReader reader) {
        this.document = document.root();
        reading = reader.read(document);
        bad = reading.problems().stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .map(ConfigurationProblem::path)
                .collect(Collectors.toSet());
        reading.problems().stream()
                .filter(this::concernsImport)
                .forEach(problem -> notTakenOver.add(leftBehind(problem)));
        takeSettings();
        reading.cameras().forEach(this::takeCamera);
    }

    /** What to change so that the settings of the document hold. */
    public List<ConfigurationEdit> edits() {
        return List.copyOf(edits);
    }

    /** What stays behind, and why. */
    public List<ConfigurationProblem> notTakenOver() {
        return List.copyOf(notTakenOver);
    }

    /** An older name is no loss; a key that RNVR does not know is one. */
    private boolean concernsImport(ConfigurationProblem problem) {
        return problem.severity() != Severity.NOTE
                || find(document, problem.path()).isPresent() && !isKnown(problem);
    }

    private static boolean isKnown(ConfigurationProblem problem) {
        return Schema.isKey(problem.path().replaceAll("\\[\\d+]", "[]"));
    }

    /** The reader says what is used instead; that is what an import does only for keys of the keyboard. */
    private static ConfigurationProblem leftBehind(ConfigurationProblem problem) {
        if (KEY_SECTIONS.contains(problem.path().replaceFirst("\\..*", ""))) {
            return problem;
        }
        String what =
                problem.message().replaceFirst("; (using|the camera is not used|it is kept|the camera cannot).*", "");
        return new ConfigurationProblem(problem.severity(), problem.path(), what + "; it is not taken over");
    }

    private void takeSettings() {
        for (Key<?> key : Schema.KEYS) {
            Setting setting = reading.settings().get(key.path());
            if (setting != null && isTaken(key)) {
                edits.add(key.description().edit(setting.plain()));
            }
        }
    }

    /** Keys of the keyboard are taken over section by section, since one alone may be another action's here. */
    private boolean isTaken(Key<?> key) {
        String section = key.path().substring(0, key.path().indexOf('.'));
        if (KEY_SECTIONS.contains(section)) {
            return document.get(section) instanceof JsonObject;
        }
        Stream<String> names =
                Stream.concat(Stream.of(key.path()), key.older().stream().map(Key.Older::path));
        return names.filter(name -> find(document, name).isPresent())
                .findFirst()
                .filter(name -> !bad.contains(name))
                .isPresent();
    }

    private void takeCamera(String id, CameraReading camera) {
        JsonObject object = find(document, camera.path()).orElseThrow().getAsJsonObject();
        Map<String, Object> keys = members(object, CAMERA, camera.path());
        keys.remove(CAMERA_ID);
        if (object.get(PASSWORD) instanceof JsonObject) {
            notTakenOver.add(new ConfigurationProblem(
                    Severity.ERROR,
                    JsonPath.member(camera.path(), PASSWORD),
                    "is in the secure storage of the other installation; it is not taken over"));
        }
        edits.add(new PutCamera(id, keys));
    }

    private Map<String, Object> members(JsonObject object, String pattern, String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Entry<String, JsonElement> member : object.entrySet()) {
            String memberPattern = JsonPath.member(pattern, member.getKey());
            String memberPath = JsonPath.member(path, member.getKey());
            if (Schema.key(memberPattern).isPresent() && !bad.contains(memberPath)) {
                plain(member.getValue()).ifPresent(value -> members.put(member.getKey(), value));
            } else if (Schema.isGroup(memberPattern) && member.getValue() instanceof JsonObject group) {
                Map<String, Object> below = members(group, memberPattern, memberPath);
                if (!below.isEmpty()) {
                    members.put(member.getKey(), below);
                }
            }
        }
        return members;
    }

    /** A text, number, boolean or list of those; empty for anything else. */
    private static Optional<Object> plain(JsonElement json) {
        if (json instanceof JsonPrimitive value) {
            if (value.isString()) {
                return Optional.of(value.getAsString());
            }
            return Optional.of(value.isBoolean() ? value.getAsBoolean() : (Object) value.getAsBigDecimal());
        }
        return json instanceof JsonArray array
                ? Optional.of(array.asList().stream()
                        .map(ImportedDocument::plain)
                        .flatMap(Optional::stream)
                        .toList())
                : Optional.empty();
    }

    /** What stands at a path such as {@code cameras[2].name}. */
    private static Optional<JsonElement> find(JsonObject document, String path) {
        JsonElement here = document;
        for (String name : path.replace("[", ".[").split("\\.")) {
            if (here instanceof JsonArray array && name.startsWith("[")) {
                int index = Integer.parseInt(name.substring(1, name.length() - 1));
                here = index < array.size() ? array.get(index) : null;
            } else {
                here = here instanceof JsonObject object ? object.get(name) : null;
            }
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }
}
