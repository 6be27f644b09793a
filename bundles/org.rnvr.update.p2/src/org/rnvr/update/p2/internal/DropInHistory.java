package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rnvr.event.Installed;
import org.rnvr.event.Moment;
import org.rnvr.event.Removed;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.UpdateRefused;
import org.rnvr.event.Updated;

/** What the journal was told of what was dropped in, over the ends of processes. One thread. */
final class DropInHistory {

    private final Path file;
    private Set<DropInRefusal> refused = Set.of();

    /** Kept in a file. */
    DropInHistory(Path file) {
        this.file = file;
    }

    /** What is new, for the journal. A refusal is told once by each process. */
    List<RnvrEvent> tell(List<DropIn> running, List<DropInRefusal> refusals, Moment at) throws IOException {
        Map<String, Told> before = read();
        Map<String, Told> now = new TreeMap<>();
        running.forEach(jar ->
                now.put(jar.name(), new Told(jar.version(), jar.mark().time().toMillis(), jar.file())));
        List<RnvrEvent> events = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            event(name, Optional.ofNullable(before.get(name)), Optional.ofNullable(now.get(name)), at)
                    .ifPresent(events::add);
        }
        refusals.stream()
                .filter(refusal -> !refused.contains(refusal))
                .map(refusal ->
                        new UpdateRefused(at, refusal.path().getFileName().toString(), refusal.message()))
                .forEach(events::add);
        refused = Set.copyOf(refusals);
        if (!now.equals(before)) {
            write(now);
        }
        return events;
    }

    private static Optional<RnvrEvent> event(String name, Optional<Told> before, Optional<Told> now, Moment at) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return now.map(told -> new Installed(at, name, told.version(), Optional.of(told.jar())));
        }
        return Optional.of(now.<RnvrEvent>map(
                        told -> new Updated(at, name, before.get().version(), told.version(), Optional.of(told.jar())))
                .orElseGet(() -> new Removed(
                        at,
                        name,
                        before.get().version(),
                        Optional.of(before.get().jar()))));
    }

    private Map<String, Told> read() throws IOException {
        Map<String, Told> told = new TreeMap<>();
        if (Files.exists(file)) {
            PendingUpdate.fields(file).forEach((name, text) -> Told.parse(text).ifPresent(one -> told.put(name, one)));
        }
        return told;
    }

    private void write(Map<String, Told> all) throws IOException {
        StringBuilder lines = new StringBuilder();
        all.forEach((name, told) ->
                lines.append(name).append('=').append(told.text()).append('\n'));
        Files.writeString(file, lines);
    }

    /**
     * A bundle of which it was told.
     *
     * @param version its version
     * @param written when its file was written, in milliseconds since 1970
     * @param jar its file
     */
    private record Told(String version, long written, Path jar) {

        private static final int PARTS = 3;

        static Optional<Told> parse(String text) {
            String[] parts = text.split(" ", PARTS);
            return parts.length == PARTS && parts[1].matches("-?\\d{1,18}")
                    ? Optional.of(new Told(parts[0], Long.parseLong(parts[1]), Path.of(parts[2])))
                    : Optional.empty();
        }

        String text() {
            return version + " " + written + " " + jar;
        }
    }
}
