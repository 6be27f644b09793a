package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnvr.config.internal.json.JsonPath;

/** Notes what stands in a document and is none of RNVR's keys: a site's own, or a slip of the pen. */
final class UnknownKeys {

    /** Where an unknown key stands first, and in how many cameras it stands beside that. */
    private record Place(String path, int others) {}

    private final Map<String, Place> unknown = new LinkedHashMap<>();

    private UnknownKeys() {}

    static void note(JsonObject document, Problems problems) {
        UnknownKeys keys = new UnknownKeys();
        keys.search(document, "", "");
        keys.unknown
                .values()
                .forEach(place -> problems.note(
                        place.path(),
                        "is no key of RNVR; it is kept and has no effect"
                                + (place.others() == 0 ? "" : " (and in " + place.others() + " more)")));
    }

    private void search(JsonObject object, String pattern, String path) {
        object.entrySet().forEach(member -> {
            String memberPattern = JsonPath.member(pattern, member.getKey());
            String memberPath = JsonPath.member(path, member.getKey());
            if (Schema.isGroup(memberPattern)) {
                searchGroup(member.getValue(), memberPattern, memberPath);
            } else if (!Schema.isKey(memberPattern)) {
                unknown.merge(
                        memberPattern,
                        new Place(memberPath, 0),
                        (first, more) -> new Place(first.path(), first.others() + 1));
            }
        });
    }

    private void searchGroup(JsonElement group, String pattern, String path) {
        if (group.isJsonObject()) {
            search(group.getAsJsonObject(), pattern, path);
        } else if (group.isJsonArray()) {
            for (int i = 0; i < group.getAsJsonArray().size(); i++) {
                if (group.getAsJsonArray().get(i) instanceof JsonObject object) {
                    search(object, pattern + "[]", JsonPath.element(path, i));
                }
            }
        }
    }
}
