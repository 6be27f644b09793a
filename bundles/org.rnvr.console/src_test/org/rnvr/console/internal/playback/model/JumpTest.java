package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.playback.model.Jump.Target;
import org.rnvr.recording.Bookmark;

class JumpTest {

    private static final Instant START = Footages.DAY;
    private final List<Duration> looks = new ArrayList<>();

    @Test
    void leadsToTheNearestOfAllCameras() throws IOException {
        assertEquals(Optional.of(at(8)), jump(Target.STRETCH, true, at(5)));
        assertEquals(Optional.of(at(4)), jump(Target.STRETCH, false, at(5)));
        assertEquals(Optional.of(at(700)), jump(Target.BOOKMARK, true, at(5)));
        assertEquals(Optional.of(at(3)), jump(Target.EVENT, false, at(700)));
    }

    @Test
    void endsWhereNothingMoreIs() throws IOException {
        assertEquals(Optional.empty(), jump(Target.STRETCH, true, at(8)));
        assertEquals(Optional.empty(), jump(Target.BOOKMARK, false, at(700)));
    }

    @Test
    void looksFartherEachTime() throws IOException {
        jump(Target.BOOKMARK, true, at(5));
        assertEquals(Duration.ofHours(6), looks.get(0));
        assertEquals(Duration.ofHours(12), looks.get(2));
    }

    private Optional<Instant> jump(Target target, boolean forwards, Instant position) throws IOException {
        return new Jump(target, forwards)
                .find(this::load, List.of("gate", "yard"), position, forwards ? at(1000) : at(-1000));
    }

    private Track load(String cameraId, Instant from, Instant to) {
        looks.add(Duration.between(from, to));
        boolean gate = cameraId.equals("gate");
        return new Track(
                cameraId,
                from,
                to,
                gate ? List.of(stretch(0, 2), stretch(8, 9)) : List.of(stretch(4, 20)),
                List.of(),
                List.of(new Bookmark(1, cameraId, at(700), at(701), "", at(0))).stream()
                        .filter(bookmark ->
                                bookmark.from().isBefore(to) && bookmark.to().isAfter(from))
                        .toList(),
                gate ? List.of(new EventMark(cameraId, at(3), "lost", "")) : List.of());
    }

    private static Stretch stretch(int from, int to) {
        return new Stretch(at(from), at(to), false);
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
