package org.rnvr.config.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnvr.config.ImportPlan.Change;
import org.rnvr.config.internal.schema.Reading;
import org.rnvr.config.internal.schema.Reading.CameraReading;
import org.rnvr.config.internal.schema.Setting;

/** What an import changes, key by key. */
final class ImportChanges {

    private static final String CAMERA = "cameras[]";
    private static final String NAME = CAMERA + ".name";

    private ImportChanges() {}

    static List<Change> between(Reading before, Reading after) {
        List<Change> changes = new ArrayList<>();
        compare(before.settings(), after.settings(), Optional.empty(), changes);
        after.cameras().forEach((id, camera) -> {
            CameraReading former = before.cameras().get(id);
            if (former == null) {
                String name = camera.settings().get(NAME).shown();
                changes.add(new Change(CAMERA, Optional.of(id), "", name));
            } else {
                compare(former.settings(), camera.settings(), Optional.of(id), changes);
            }
        });
        return changes;
    }

    /** Whether a key holds something else afterwards; a user name that moves out of a URL is none of the URL. */
    static boolean differs(Map<String, Setting> before, Map<String, Setting> after, String path) {
        Setting former = before.get(path);
        Setting present = after.get(path);
        return former.plain().isPresent() && present.plain().isPresent()
                ? !former.plain().equals(present.plain())
                : !former.value().equals(present.value());
    }

    /** Whether a camera is new, or has a key that holds something else. */
    static boolean differs(CameraReading before, CameraReading after) {
        return before == null
                || after == null
                || after.settings().keySet().stream()
                        .anyMatch(path -> differs(before.settings(), after.settings(), path));
    }

    private static void compare(
            Map<String, Setting> before, Map<String, Setting> after, Optional<String> camera, List<Change> changes) {
        after.forEach((path, setting) -> {
            if (differs(before, after, path)) {
                changes.add(new Change(path, camera, before.get(path).shown(), setting.shown()));
            }
        });
    }
}
