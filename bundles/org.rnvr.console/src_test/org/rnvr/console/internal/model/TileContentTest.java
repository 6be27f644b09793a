package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;

class TileContentTest {

    private static final Optional<Duration> FRESH = Optional.of(Duration.ofMillis(40));

    @Test
    void picturesThatArriveAreLive() {
        assertInstanceOf(TileContent.Live.class, content(ConnectionState.STREAMING, FRESH));
        assertInstanceOf(TileContent.Live.class, content(ConnectionState.STREAMING, Optional.empty()));
    }

    @Test
    void aSuspectedPictureIsNeverLiveAndTheSecondsCount() {
        TileContent.Stale stale = assertInstanceOf(
                TileContent.Stale.class, content(ConnectionState.SUSPECT, Optional.of(Duration.ofMillis(4900))));
        assertEquals(Symbol.SUSPECT, stale.told().symbol());
        assertTrue(stale.told().words().contains("4"), stale.told().words());
        assertInstanceOf(TileContent.Stale.class, content(ConnectionState.SUSPECT, FRESH));
        assertInstanceOf(TileContent.Stale.class, content(ConnectionState.SUSPECT, Optional.empty()));
    }

    @Test
    void silenceIsToldBeforeAnybodySuspects() {
        assertInstanceOf(
                TileContent.Live.class,
                content(ConnectionState.STREAMING, Optional.of(TileContent.STALE_AFTER.minusMillis(1))));
        assertInstanceOf(
                TileContent.Stale.class, content(ConnectionState.STREAMING, Optional.of(TileContent.STALE_AFTER)));
    }

    @Test
    void aPictureThatStandsStillWhileFramesArriveIsNotLive() {
        Camera camera = Samples.camera(Samples.status("a", ConnectionState.STREAMING));
        TileContent.Stale stale = assertInstanceOf(
                TileContent.Stale.class,
                TileContent.of(camera, Optional.of(Duration.ofMillis(1200)), true, Optional.empty()));
        assertEquals("No picture for 1 s", stale.told().words());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "12, 12 s",
        "59, 59 s",
        "60, 1 min 0 s",
        "200, 3 min 20 s",
        "7500, 2 h 5 min",
        "273600, 3 d 4 h"
    })
    void theTimeWithoutAPictureIsToldInTheTwoLargestUnits(long seconds, String words) {
        Optional<Duration> silence = Optional.of(Duration.ofSeconds(seconds));
        TileContent.Stale stale = assertInstanceOf(TileContent.Stale.class, content(ConnectionState.SUSPECT, silence));
        assertEquals("No picture for " + words, stale.told().words());
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionState.class,
            names = {"STALLED", "LOST", "RECONNECTING", "OFFLINE"})
    void theTimeGoesOnWithoutThePicture(ConnectionState state) {
        Camera camera = Samples.camera(Samples.status("a", state, StatusDetail.NONE, "Because."));
        Optional<Duration> silence = Optional.of(Duration.ofSeconds(200));
        assertEquals(
                new TileContent.Nothing(
                        Told.connectionOf(camera), Told.connectionOf(camera), "No picture for 3 min 20 s\nBecause."),
                TileContent.of(camera, silence, false, Optional.empty()));
        assertEquals(
                new TileContent.Nothing(
                        Told.connectionOf(camera), Told.connectionOf(camera), "No picture for 3 min 20 s"),
                TileContent.of(Samples.camera(Samples.status("a", state)), silence, false, Optional.empty()));
        assertEquals(
                new TileContent.Nothing(Told.connectionOf(camera), Told.connectionOf(camera), "Because."),
                TileContent.of(camera, Optional.empty(), false, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionState.class,
            names = {"DISCONNECTED", "CONNECTING"})
    void withoutAConnectionThereAreWordsAndNoPicture(ConnectionState state) {
        Camera camera = Samples.camera(Samples.status("a", state, StatusDetail.NONE, "Because."));
        assertEquals(
                new TileContent.Nothing(Told.connectionOf(camera), Told.connectionOf(camera), "Because."),
                TileContent.of(camera, FRESH, false, Optional.empty()));
    }

    @Test
    void anObstacleIsToldInPlaceOfThePicture() {
        Camera camera = Samples.camera(Samples.status("a", ConnectionState.STREAMING));
        TileContent.Nothing nothing = assertInstanceOf(
                TileContent.Nothing.class, TileContent.of(camera, FRESH, false, Optional.of("No decoder.")));
        assertEquals(Symbol.LIVE, nothing.told().symbol(), "the camera itself is well");
        assertEquals("No decoder.", nothing.text());
    }

    @Test
    void aCameraThatIsSwitchedOffShowsNothingWhateverIsSaidOfIt() {
        Camera camera = new Camera(
                "a", "a", false, Optional.of(Samples.status("a", ConnectionState.STREAMING)), true, Optional.empty());
        assertInstanceOf(TileContent.Nothing.class, TileContent.of(camera, FRESH, false, Optional.empty()));
    }

    private static TileContent content(ConnectionState state, Optional<Duration> silence) {
        return TileContent.of(Samples.camera(Samples.status("a", state)), silence, false, Optional.empty());
    }
}
