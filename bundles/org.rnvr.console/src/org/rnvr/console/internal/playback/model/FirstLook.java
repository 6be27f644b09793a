package org.rnvr.console.internal.playback.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnvr.playback.Playback;
import org.rnvr.recording.Footage;

/**
 * What is looked at when the playback is opened.
 *
 * @param cameras the cameras whose pictures are shown
 * @param moment where they stand
 */
public record FirstLook(List<String> cameras, Instant moment) {

    /** So long before the end of what is recorded, so that there is something to play. */
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(10);

    public FirstLook {
        cameras = List.copyOf(cameras);
    }

    /**
     * The newest of the cameras that were shown the last time; else of those that are selected elsewhere; else of the first
     * ones, of which there is anything.
     *
     * @param shown the cameras that were shown the last time
     * @param selected the cameras that are selected elsewhere
     * @param configured the cameras of the configuration, in its order
     * @param footage what is recorded
     * @return empty while nothing is recorded
     */
    public static Optional<FirstLook> at(
            List<String> shown, List<String> selected, List<String> configured, List<Footage> footage) {
        List<String> recorded = footage.stream().map(Footage::cameraId).toList();
        List<String> inOrder = Stream.concat(configured.stream(), recorded.stream())
                .distinct()
                .filter(recorded::contains)
                .limit(Playback.MOST_CAMERAS)
                .toList();
        List<String> chosen = selected.stream()
                .filter(recorded::contains)
                .limit(Playback.MOST_CAMERAS)
                .toList();
        List<String> cameras = Stream.of(shown, chosen, inOrder)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return footage.stream()
                .filter(own -> cameras.contains(own.cameraId()))
                .map(FirstLook::nearEnd)
                .max(Instant::compareTo)
                .map(moment -> new FirstLook(cameras, moment));
    }

    private static Instant nearEnd(Footage footage) {
        Instant moment = footage.last().minus(BEFORE_THE_END);
        return moment.isBefore(footage.first()) ? footage.first() : moment;
    }
}
