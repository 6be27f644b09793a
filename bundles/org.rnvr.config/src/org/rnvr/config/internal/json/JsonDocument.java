package org.rnvr.config.internal.json;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A JSON object as it was read.
 *
 * @param root the object; of members that stand more than once it holds the last
 * @param repeated paths of the members that stand more than once; writing such a document would lose the others
 */
public record JsonDocument(JsonObject root, List<String> repeated) {
    public JsonDocument {
        repeated = List.copyOf(repeated);
    }

    /** Not shown in the text form: passwords. */
    @Override
    public String toString() {
        return "JsonDocument[" + root.size() + " members]";
    }
}
