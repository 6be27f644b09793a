package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.recording.Footage;

class FirstLookTest {

    private static final Instant START = Footages.DAY;
    private static final List<String> CONFIGURED = List.of("f", "e", "d", "c", "b", "a");

    private static Footage until(String camera, long seconds) {
        return new Footage(camera, START, START.plusSeconds(seconds), 1, 1);
    }

    @Test
    void theSelectedCamerasAreSeenNearTheirEnd() {
        assertEquals(
                Optional.of(new FirstLook(List.of("c", "a"), START.plusSeconds(590))),
                FirstLook.at(
                        List.of(),
                        List.of("c", "a"),
                        CONFIGURED,
                        List.of(until("a", 500), until("b", 9000), until("c", 600))));
    }

    @Test
    void noMoreThanAPlayerTakes() {
        List<Footage> all = CONFIGURED.stream().map(camera -> until(camera, 60)).toList();
        assertEquals(
                List.of("f", "e", "d", "c"),
                FirstLook.at(List.of(), List.of(), CONFIGURED, all)
                        .orElseThrow()
                        .cameras());
        assertEquals(
                List.of("a", "b", "c", "d"),
                FirstLook.at(List.of(), List.of("a", "b", "c", "d", "e"), CONFIGURED, all)
                        .orElseThrow()
                        .cameras());
    }

    @Test
    void ifNothingOfTheSelectedOnesIsRecordedTheFirstOnesOfWhichThereIsAreSeen() {
        assertEquals(
                Optional.of(new FirstLook(List.of("d", "b", "former"), START.plusSeconds(90))),
                FirstLook.at(
                        List.of(),
                        List.of("a"),
                        CONFIGURED,
                        List.of(until("former", 100), until("b", 60), until("d", 30))));
    }

    @Test
    void whatWasShownTheLastTimeComesFirst() {
        assertEquals(
                Optional.of(new FirstLook(List.of("b", "gone"), START.plusSeconds(50))),
                FirstLook.at(List.of("b", "gone"), List.of("a"), CONFIGURED, List.of(until("a", 600), until("b", 60))));
    }

    @Test
    void aShortRecordingIsSeenFromItsBeginning() {
        assertEquals(
                START,
                FirstLook.at(List.of(), List.of(), List.of(), List.of(until("a", 4)))
                        .orElseThrow()
                        .moment());
    }

    @Test
    void whereNothingIsRecordedNothingIsSeen() {
        assertEquals(Optional.empty(), FirstLook.at(List.of(), List.of("a"), CONFIGURED, List.of()));
        assertEquals(Optional.empty(), FirstLook.at(List.of("a"), List.of(), CONFIGURED, List.of(until("b", 60))));
    }
}
