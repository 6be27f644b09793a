package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @EnumSource(
            value = ConnectionState.class,
            names = {"STREAMING", "SUSPECT"},
            mode = EnumSource.Mode.EXCLUDE)
    void withoutAConnectionThereAreWordsAndNoPicture(ConnectionState state) {
        Camera camera = Samples.camera(Samples.status("a", state, StatusDetail.NONE, "Because."));
        assertEquals(
                new TileContent.Nothing(Told.connectionOf(camera), Told.connectionOf(camera), "Because."),
                TileContent.of(camera, FRESH, Optional.empty()));
    }

    @Test
    void anObstacleIsToldInPlaceOfThePicture() {
        Camera camera = Samples.camera(Samples.status("a", ConnectionState.STREAMING));
        TileContent.Nothing nothing =
                assertInstanceOf(TileContent.Nothing.class, TileContent.of(camera, FRESH, Optional.of("No decoder.")));
        assertEquals(Symbol.LIVE, nothing.told().symbol(), "the camera itself is well");
        assertEquals("No decoder.", nothing.text());
    }

    @Test
    void aCameraThatIsSwitchedOffShowsNothingWhateverIsSaidOfIt() {
        Camera camera = new Camera(
                "a", "a", false, Optional.of(Samples.status("a", ConnectionState.STREAMING)), true, Optional.empty());
        assertInstanceOf(TileContent.Nothing.class, TileContent.of(camera, FRESH, Optional.empty()));
    }

    private static TileContent content(ConnectionState state, Optional<Duration> silence) {
        return TileContent.of(Samples.camera(Samples.status("a", state)), silence, Optional.empty());
    }
}
