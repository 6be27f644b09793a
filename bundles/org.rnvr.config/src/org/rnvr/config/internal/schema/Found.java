package org.rnvr.config.internal.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** Words for a value that was found in the file. */
final class Found {

    private static final int LONGEST = 40;

    private Found() {}

    static String in(JsonElement json) {
        if (json.isJsonArray()) {
            return list(json.getAsJsonArray());
        }
        if (json.isJsonObject()) {
            return "an object";
        }
        if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()) {
            return text(json.getAsString());
        }
        return shortened(json.toString());
    }

    /** Only what sort of value it is. */
    static String sort(JsonElement json) {
        if (json.isJsonPrimitive()) {
            if (json.getAsJsonPrimitive().isString()) {
                return "a text";
            }
            return json.getAsJsonPrimitive().isNumber() ? "a number" : "true or false";
        }
        if (json.isJsonNull()) {
            return "null";
        }
        return json.isJsonArray() ? "a list" : "an object";
    }

    private static String text(String text) {
        return text.indexOf('@') < 0 ? new JsonPrimitive(shortened(text)).toString() : "a text";
    }

    private static String list(JsonArray list) {
        for (JsonElement element : list) {
            if (!element.isJsonPrimitive() || element.getAsString().indexOf('@') >= 0) {
                return "a list";
            }
        }
        return shortened(list.toString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
