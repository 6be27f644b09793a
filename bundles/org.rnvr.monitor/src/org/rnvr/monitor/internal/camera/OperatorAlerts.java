package org.rnvr.monitor.internal.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.rnvr.event.Alert;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.internal.connection.Now;

/**
 * Tells the operator of cameras that are gone. Many cameras of one network that fall silent at once are one event, most
 * likely a switch or a cable, and told as one. On the monitor's lane only.
 */
final class OperatorAlerts {

    /** So many cameras at least make an event of their network. */
    static final int MANY = 3;

    /** Silences that begin within this time of each other began at once; so long it is waited for others. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Consumer<RnvrEvent> journal;
    private final ToIntFunction<String> camerasOf;
    private final Map<String, Gone> pending = new LinkedHashMap<>();
    private final Map<String, Optional<Outbreak>> told = new LinkedHashMap<>();

    /** A camera that is gone and of which the operator does not know yet. */
    private record Gone(String name, String network, long silentSinceNanos, String text, long reportedNanos) {}

    /** Cameras of a network that fell silent at once and are not back yet. */
    private record Outbreak(String network, int cameras, Set<String> missing) {}

    /**
     * Of no camera.
     *
     * @param journal where alerts go
     * @param camerasOf how many cameras of a network are wanted
     */
    OperatorAlerts(Consumer<RnvrEvent> journal, ToIntFunction<String> camerasOf) {
        this.journal = Objects.requireNonNull(journal);
        this.camerasOf = Objects.requireNonNull(camerasOf);
    }

    /** A camera has sent nothing for as long as the operator wants to be spared. */
    void gone(String camera, String name, String network, long silentSinceNanos, String text, Now now) {
        pending.put(camera, new Gone(name, network, silentSinceNanos, text, now.nanos()));
    }

    /** A camera of which that was said is back. */
    void back(String camera, String name, Now now) {
        if (pending.remove(camera) != null || !told.containsKey(camera)) {
            return;
        }
        Optional<Outbreak> outbreak = told.remove(camera);
        if (outbreak.isEmpty()) {
            alert(now, Optional.of(camera), "camera_back", name + " is back.");
            return;
        }
        Outbreak of = outbreak.get();
        of.missing().remove(camera);
        if (of.missing().isEmpty()) {
            alert(
                    now,
                    Optional.empty(),
                    "network",
                    "All " + of.cameras() + " cameras of the network " + of.network() + " are back.");
        }
    }

    /** A camera is not wanted any more. */
    void forget(String camera) {
        pending.remove(camera);
        Optional.ofNullable(told.remove(camera)).flatMap(outbreak -> outbreak).ifPresent(outbreak -> outbreak.missing()
                .remove(camera));
    }

    /** Time passed. */
    void tick(Now now) {
        boolean due =
                pending.values().stream().anyMatch(gone -> now.nanos() - gone.reportedNanos() >= AT_ONCE.toNanos());
        if (!due) {
            return;
        }
        Map<String, Gone> all = new LinkedHashMap<>(pending);
        pending.clear();
        all.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().network(), LinkedHashMap::new, Collectors.toList()))
                .forEach((network, cameras) -> tell(network, cameras, now));
    }

    private void tell(String network, List<Map.Entry<String, Gone>> cameras, Now now) {
        List<Map.Entry<String, Gone>> together = together(cameras);
        List<Map.Entry<String, Gone>> single = new ArrayList<>(cameras);
        if (together.size() >= MANY && together.size() * 2 >= camerasOf.applyAsInt(network)) {
            single.removeAll(together);
            Set<String> missing =
                    together.stream().map(Map.Entry::getKey).collect(Collectors.toCollection(LinkedHashSet::new));
            Outbreak outbreak = new Outbreak(network, together.size(), missing);
            missing.forEach(camera -> told.put(camera, Optional.of(outbreak)));
            String names =
                    together.stream().map(entry -> entry.getValue().name()).collect(Collectors.joining(", "));
            alert(
                    now,
                    Optional.empty(),
                    "network",
                    String.format(
                            Locale.ROOT,
                            "%d cameras of the network %s fell silent at once: %s.",
                            together.size(),
                            network,
                            names));
        }
        for (Map.Entry<String, Gone> entry : single) {
            told.put(entry.getKey(), Optional.empty());
            Gone gone = entry.getValue();
            String text = gone.text().isEmpty() ? "No picture comes." : gone.text();
            alert(now, Optional.of(entry.getKey()), "camera_lost", gone.name() + ": " + text);
        }
    }

    /** The most of them whose silences began at once. */
    private static List<Map.Entry<String, Gone>> together(List<Map.Entry<String, Gone>> cameras) {
        List<Map.Entry<String, Gone>> most = List.of();
        for (Map.Entry<String, Gone> first : cameras) {
            long from = first.getValue().silentSinceNanos();
            List<Map.Entry<String, Gone>> with = cameras.stream()
                    .filter(other -> {
                        long later = other.getValue().silentSinceNanos() - from;
                        return later >= 0 && later <= AT_ONCE.toNanos();
                    })
                    .toList();
            most = with.size() > most.size() ? with : most;
        }
        return most;
    }

    private void alert(Now now, Optional<String> camera, String kind, String message) {
        journal.accept(new Alert(now.moment(), camera, kind, message));
    }
}
