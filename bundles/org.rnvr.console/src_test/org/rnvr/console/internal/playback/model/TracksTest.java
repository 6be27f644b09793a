package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TracksTest {

    private static final Instant FROM = Footages.DAY;
    private static final Instant TO = FROM.plus(Duration.ofHours(2));

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> loads = new ArrayList<>();
    private Optional<String> broken = Optional.empty();
    private int changes;
    private final Tracks tracks = new Tracks(background::add, this::load, () -> changes++);

    @Test
    void askingDoesNotWait() {
        tracks.want(List.of("gate"), FROM, TO);
        assertTrue(tracks.of("gate").isEmpty());
        assertEquals(List.of(), loads);
        work();
        assertEquals(List.of("gate"), loads);
        assertEquals(1, changes);
    }

    @Test
    void whatLiesBesideIsThereAlready() {
        tracks.want(List.of("gate"), FROM, TO);
        work();
        assertTrue(tracks.of("gate").orElseThrow().covers(FROM.minusSeconds(7200), TO.plusSeconds(7200)));
        tracks.want(List.of("gate"), FROM.plusSeconds(3600), TO.plusSeconds(3600));
        work();
        assertEquals(1, loads.size());
        tracks.want(List.of("gate"), FROM.plusSeconds(9000), TO.plusSeconds(9000));
        assertTrue(tracks.of("gate").isPresent(), "what is there is shown until better is");
        work();
        assertEquals(2, loads.size());
    }

    @Test
    void onlyWhatIsLookedAtLastIsFetched() {
        for (int i = 0; i < 50; i++) {
            tracks.want(List.of("gate", "yard"), FROM.plusSeconds(90_000L * i), TO.plusSeconds(90_000L * i));
        }
        work();
        assertEquals(List.of("gate", "yard"), loads);
        assertTrue(
                tracks.of("yard").orElseThrow().covers(FROM.plusSeconds(90_000L * 49), TO.plusSeconds(90_000L * 49)));
    }

    @Test
    void aChangeFetchesItsCameraAgainOnceForMany() {
        tracks.want(List.of("gate", "yard"), FROM, TO);
        work();
        for (int i = 0; i < 100; i++) {
            tracks.refresh("yard");
        }
        work();
        assertEquals(List.of("gate", "yard", "yard"), loads);
    }

    @Test
    void aFailureIsToldUntilItIsOver() {
        broken = Optional.of("The volume is away.");
        tracks.want(List.of("gate"), FROM, TO);
        work();
        assertEquals(broken, tracks.failure());
        broken = Optional.empty();
        tracks.want(List.of("gate"), FROM, TO);
        work();
        assertEquals(Optional.empty(), tracks.failure());
        assertTrue(tracks.of("gate").isPresent());
    }

    private Track load(String cameraId, Instant from, Instant to) throws IOException {
        if (broken.isPresent()) {
            throw new IOException(broken.get());
        }
        loads.add(cameraId);
        return new Track(cameraId, from, to, List.of(), List.of(), List.of(), List.of());
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
