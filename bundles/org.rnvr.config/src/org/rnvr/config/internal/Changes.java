package org.rnvr.config.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rnvr.config.internal.schema.Reading;
import org.rnvr.config.internal.schema.Reading.CameraReading;
import org.rnvr.config.internal.schema.Setting;

/** What is different between two readings of the file, but for how the window was left, which is nobody's setting. */
final class Changes {

    private static final List<String> LEFT = List.of("ui.window_state.", "ui.dock_state.");

    /**
     * One difference.
     *
     * @param path where it is, in the newer reading if it is there
     * @param message what it is, without secrets
     */
    record Change(String path, String message) {}

    private final List<Change> changes = new ArrayList<>();

    private Changes() {}

    static List<Change> between(Reading older, Reading newer) {
        Changes changes = new Changes();
        changes.compare(older.settings(), newer.settings(), "", "");
        older.cameras().forEach((id, camera) -> {
            if (!newer.cameras().containsKey(id)) {
                changes.add(camera.path(), "camera \"" + id + "\" was removed");
            }
        });
        newer.cameras().forEach((id, camera) -> {
            CameraReading before = older.cameras().get(id);
            if (before == null) {
                changes.add(camera.path(), "camera \"" + id + "\" was added");
            } else {
                changes.compare(before.settings(), camera.settings(), camera.path(), "camera \"" + id + "\": ");
            }
        });
        return List.copyOf(changes.changes);
    }

    private void compare(Map<String, Setting> older, Map<String, Setting> newer, String object, String prefix) {
        newer.forEach((path, setting) -> {
            Setting before = older.get(path);
            if (!before.value().equals(setting.value()) && LEFT.stream().noneMatch(path::startsWith)) {
                String what = before.shown().equals(setting.shown())
                        ? "changed"
                        : "was " + before.shown() + ", is now " + setting.shown();
                add(path.replace("cameras[]", object), prefix + what);
            }
        });
    }

    private void add(String path, String message) {
        changes.add(new Change(path, message));
    }
}
