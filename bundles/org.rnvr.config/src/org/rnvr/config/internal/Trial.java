package org.rnvr.config.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.rnvr.config.internal.schema.Reading;

/**
 * What would come of edits.
 *
 * @param edits the edits
 * @param after the configuration after them
 * @param objections the edits for which a change would be refused, and why
 */
record Trial(List<ConfigurationEdit> edits, Reading after, Map<ConfigurationEdit, ConfigurationProblem> objections) {

    private static final Pattern CAMERA = Pattern.compile("cameras\\[(\\d+)](\\..*)?");

    /** Of edits of a document, which is not changed. */
    static Trial of(List<ConfigurationEdit> edits, Loaded.Good present, ConfigurationReader reader) {
        JsonObject document = present.document().deepCopy();
        Map<ConfigurationEdit, ConfigurationProblem> objections = new LinkedHashMap<>();
        Editing editing = new Editing(document);
        for (ConfigurationEdit edit : edits) {
            int before = editing.refusals().size();
            editing.apply(edit);
            if (editing.refusals().size() > before) {
                objections.put(edit, editing.refusals().get(before));
            }
        }
        Reading after = reader.read(new JsonDocument(document, List.of()));
        for (ConfigurationProblem problem : after.problems()) {
            if (problem.severity() == Severity.ERROR && editing.touched(problem.path())) {
                edits.stream()
                        .filter(edit -> causes(edit, problem, document))
                        .findFirst()
                        .ifPresent(edit -> objections.putIfAbsent(edit, objection(edit, problem)));
            }
        }
        return new Trial(edits, after, objections);
    }

    /** The edits without those that would be refused. */
    List<ConfigurationEdit> acceptable() {
        return edits.stream().filter(edit -> !objections.containsKey(edit)).toList();
    }

    private static boolean causes(ConfigurationEdit edit, ConfigurationProblem problem, JsonObject document) {
        if (edit instanceof ConfigurationEdit.Set set) {
            return set.path().equals(problem.path());
        }
        return edit instanceof ConfigurationEdit.PutCamera put
                && cameraAt(problem.path(), document)
                        .filter(put.cameraId()::equals)
                        .isPresent();
    }

    private static Optional<String> cameraAt(String path, JsonObject document) {
        Matcher match = CAMERA.matcher(path);
        if (match.matches() && document.get("cameras") instanceof JsonArray cameras) {
            JsonElement camera = cameras.get(Integer.parseInt(match.group(1)));
            return camera instanceof JsonObject object && object.get("camera_id") instanceof JsonPrimitive id
                    ? Optional.of(id.getAsString())
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static ConfigurationProblem objection(ConfigurationEdit edit, ConfigurationProblem problem) {
        String what = problem.message().replaceFirst("; .*", "");
        return edit instanceof ConfigurationEdit.PutCamera put
                ? new ConfigurationProblem(
                        Severity.ERROR,
                        "cameras[]",
                        "camera \"" + put.cameraId() + "\" is not taken over: "
                                + problem.path().replaceFirst("cameras\\[\\d+]\\.", "") + " " + what)
                : new ConfigurationProblem(Severity.ERROR, problem.path(), what + "; it is not taken over");
    }
}
