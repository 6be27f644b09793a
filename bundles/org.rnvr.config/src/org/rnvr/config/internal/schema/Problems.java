package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.internal.json.JsonPath;

/** Collects what is wrong with a document. */
final class Problems {

    private final List<ConfigurationProblem> problems = new ArrayList<>();

    void error(String path, String message) {
        problems.add(new ConfigurationProblem(Severity.ERROR, path, message));
    }

    void note(String path, String message) {
        problems.add(new ConfigurationProblem(Severity.NOTE, path, message));
    }

    /** All problems, in the order in which their paths stand in the document; what does not stand there comes first. */
    List<ConfigurationProblem> inOrderOf(JsonElement document) {
        Map<String, Integer> order = new HashMap<>();
        number("", document, order);
        return problems.stream()
                .sorted(Comparator.comparingInt(problem -> place(problem.path(), order)))
                .toList();
    }

    private static void number(String path, JsonElement json, Map<String, Integer> order) {
        order.put(path, order.size());
        if (json.isJsonObject()) {
            json.getAsJsonObject()
                    .entrySet()
                    .forEach(member -> number(JsonPath.member(path, member.getKey()), member.getValue(), order));
        } else if (json.isJsonArray()) {
            for (int i = 0; i < json.getAsJsonArray().size(); i++) {
                number(JsonPath.element(path, i), json.getAsJsonArray().get(i), order);
            }
        }
    }

    private static int place(String path, Map<String, Integer> order) {
        String known = path;
        while (!order.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return order.get(known);
    }
}
