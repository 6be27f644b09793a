package org.rnvr.config.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.internal.json.JsonPath;
import org.rnvr.config.internal.schema.Key;
import org.rnvr.config.internal.schema.Schema;

/** Applies edits to a document, and collects why some cannot be applied. */
final class Editing {

    private static final String CAMERAS = "cameras";
    private static final String CAMERA = "cameras[]";
    private static final String CAMERA_ID = "camera_id";

    private final JsonObject document;
    private final List<ConfigurationProblem> refusals = new ArrayList<>();
    private final List<String> edited = new ArrayList<>();

    /** For a document, which is changed. */
    Editing(JsonObject document) {
        this.document = document;
    }

    void apply(ConfigurationEdit edit) {
        if (edit instanceof ConfigurationEdit.Set set) {
            set(document, "", "", set.path(), set.value());
        } else if (edit instanceof ConfigurationEdit.Remove remove) {
            remove(remove.path());
        } else if (edit instanceof ConfigurationEdit.PutCamera put) {
            putCamera(put);
        } else if (edit instanceof ConfigurationEdit.RemoveCamera remove) {
            removeCamera(remove.cameraId());
        }
    }

    /** Why edits could not be applied. */
    List<ConfigurationProblem> refusals() {
        return refusals;
    }

    /** Whether a path is one that was edited, or below one. */
    boolean touched(String path) {
        return edited.stream().anyMatch(e -> path.equals(e) || path.startsWith(e + ".") || path.startsWith(e + "["));
    }

    /** Whether an edit may have put a password into the document. */
    boolean touchedPassword() {
        return edited.stream()
                .anyMatch(e -> e.endsWith(".password") || e.endsWith(".rtsp_url") || e.endsWith(".rtsp_url_sub"));
    }

    private void set(JsonObject object, String pattern, String path, String relative, Object value) {
        String keyPattern = JsonPath.member(pattern, relative);
        String keyPath = JsonPath.member(path, relative);
        boolean group = Schema.isGroup(keyPattern) && value instanceof Map;
        if (keyPattern.equals(CAMERAS) || Schema.key(keyPattern).isEmpty() && !group) {
            refuse(keyPath, "is no key of RNVR");
            return;
        }
        if (value instanceof Map<?, ?> members && group) {
            members.forEach((name, member) -> set(object, pattern, path, relative + "." + name, member));
            return;
        }
        JsonObject parent = object;
        String[] names = relative.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            JsonElement next = parent.get(names[i]);
            if (next == null) {
                next = new JsonObject();
                parent.add(names[i], next);
            }
            if (!next.isJsonObject()) {
                refuse(keyPath, "cannot be set, since " + names[i] + " is not an object in the file");
                return;
            }
            parent = next.getAsJsonObject();
        }
        edited.add(keyPath);
        try {
            parent.add(names[names.length - 1], json(value));
        } catch (IllegalArgumentException e) {
            refuse(keyPath, e.getMessage());
        }
    }

    private void remove(String path) {
        Key<?> key = Schema.key(path).orElse(null);
        if (key == null || path.startsWith(CAMERAS)) {
            refuse(path, "is no key of RNVR");
            return;
        }
        removeMember(path);
        key.older().forEach(older -> removeMember(older.path()));
    }

    private void removeMember(String path) {
        edited.add(path);
        JsonElement here = document;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1 && here != null; i++) {
            here = here.isJsonObject() ? here.getAsJsonObject().get(names[i]) : null;
        }
        if (here != null && here.isJsonObject()) {
            here.getAsJsonObject().remove(names[names.length - 1]);
        }
    }

    private void putCamera(ConfigurationEdit.PutCamera put) {
        if (!document.has(CAMERAS)) {
            document.add(CAMERAS, new JsonArray());
        }
        if (!(document.get(CAMERAS) instanceof JsonArray cameras)) {
            refuse(CAMERAS, "is not a list in the file");
            return;
        }
        int index = indexOf(cameras, put.cameraId());
        if (index < 0) {
            index = cameras.size();
            JsonObject added = new JsonObject();
            added.addProperty(CAMERA_ID, put.cameraId());
            cameras.add(added);
            edited.add(JsonPath.element(CAMERAS, index));
        }
        JsonObject camera = cameras.get(index).getAsJsonObject();
        String path = JsonPath.element(CAMERAS, index);
        for (Entry<String, Object> key : put.keys().entrySet()) {
            if (key.getKey().equals(CAMERA_ID) && !put.cameraId().equals(key.getValue())) {
                refuse(JsonPath.member(path, CAMERA_ID), "of a camera cannot be changed");
            } else {
                set(camera, CAMERA, path, key.getKey(), key.getValue());
            }
        }
    }

    private void removeCamera(String id) {
        if (document.get(CAMERAS) instanceof JsonArray cameras && indexOf(cameras, id) >= 0) {
            cameras.remove(indexOf(cameras, id));
        } else {
            refuse(CAMERAS, "has no camera \"" + id + "\"");
        }
    }

    private static int indexOf(JsonArray cameras, String id) {
        for (int i = 0; i < cameras.size(); i++) {
            if (cameras.get(i) instanceof JsonObject camera
                    && camera.get(CAMERA_ID) instanceof JsonPrimitive found
                    && found.isString()
                    && found.getAsString().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** A value as JSON has it; an {@link IllegalArgumentException} when it has no such value. */
    static JsonElement json(Object value) {
        if (value instanceof String text) {
            return new JsonPrimitive(text);
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new JsonPrimitive(number);
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(json(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, member) -> object.add(String.valueOf(name), json(member)));
            return object;
        }
        throw new IllegalArgumentException("cannot be set to a value that JSON does not have");
    }

    private void refuse(String path, String message) {
        refusals.add(new ConfigurationProblem(Severity.ERROR, path, message));
    }
}
