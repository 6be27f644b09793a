package org.rnvr.console.internal.playback.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;

/** Which cameras have a row, in which order. */
public final class CameraRows {

    private CameraRows() {}

    /**
     * Those that are shown first, then those of the configuration in its order, then those that only have recordings.
     *
     * @param shown the cameras whose pictures are shown
     * @param configured names of the configured cameras by id, in their order
     * @param recorded the cameras of which something is recorded
     * @param tracks what is known of them
     */
    public static List<Row> of(
            List<String> shown, Map<String, String> configured, List<String> recorded, Tracks tracks) {
        Map<String, Row> rows = new LinkedHashMap<>();
        shown.forEach(id -> add(rows, id, shown, configured, tracks));
        configured.keySet().forEach(id -> add(rows, id, shown, configured, tracks));
        recorded.forEach(id -> add(rows, id, shown, configured, tracks));
        return List.copyOf(rows.values());
    }

    private static void add(
            Map<String, Row> rows, String id, List<String> shown, Map<String, String> configured, Tracks tracks) {
        rows.computeIfAbsent(
                id,
                missing -> new Row(
                        id,
                        Optional.ofNullable(configured.get(id))
                                .filter(name -> !name.isBlank())
                                .orElse(id),
                        shown.contains(id),
                        tracks.of(id)));
    }
}
