package org.rnvr.config.internal.schema;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.config.UiSettings.DockState;
import org.rnvr.config.UiSettings.WindowBounds;

/** Section {@code ui}. */
final class UiSection {

    private static final UiSettings DEFAULT = UiSettings.DEFAULT;

    private static final Kind<Optional<Integer>> PLACE = new Perhaps<>(new WholeNumber(-100_000, 100_000, "px"));
    private static final Kind<Optional<Integer>> SIZE = new Perhaps<>(new WholeNumber(1, 100_000, "px"));

    private static final Key<Theme> THEME = Key.of("ui.theme", Choice.of(Theme.class), DEFAULT.theme());
    private static final Key<Boolean> STATUS_BAR = Key.of("ui.show_status_bar", new Truth(), DEFAULT.showStatusBar());
    private static final Key<Boolean> FULLSCREEN =
            Key.of("ui.fullscreen_on_start", new Truth(), DEFAULT.fullscreenOnStart());
    private static final Key<Boolean> AUTO_HIDE =
            Key.of("ui.fullscreen_auto_hide_enabled", new Truth(), DEFAULT.fullscreenAutoHide());
    private static final Key<Duration> AUTO_HIDE_DELAY = Key.of(
            "ui.fullscreen_auto_hide_delay_seconds",
            new TimeSpan(1, 600, ChronoUnit.SECONDS),
            DEFAULT.fullscreenAutoHideDelay());
    private static final Key<Optional<Integer>> X = Key.of("ui.window_state.x", PLACE, Optional.empty());
    private static final Key<Optional<Integer>> Y = Key.of("ui.window_state.y", PLACE, Optional.empty());
    private static final Key<Optional<Integer>> WIDTH = Key.of("ui.window_state.width", SIZE, Optional.empty());
    private static final Key<Optional<Integer>> HEIGHT = Key.of("ui.window_state.height", SIZE, Optional.empty());
    private static final Key<Boolean> CAMERA_DOCK =
            Key.of("ui.dock_state.camera_visible", new Truth(), DEFAULT.docks().camera());
    private static final Key<Boolean> RECORDING_DOCK = Key.of(
            "ui.dock_state.recording_visible", new Truth(), DEFAULT.docks().recording());
    private static final Key<Boolean> PLAYBACK_DOCK = Key.of(
            "ui.dock_state.playback_visible", new Truth(), DEFAULT.docks().playback());

    static final List<Key<?>> KEYS = List.of(
            THEME,
            STATUS_BAR,
            FULLSCREEN,
            AUTO_HIDE,
            AUTO_HIDE_DELAY,
            X,
            Y,
            WIDTH,
            HEIGHT,
            CAMERA_DOCK,
            RECORDING_DOCK,
            PLAYBACK_DOCK);

    private UiSection() {}

    static UiSettings read(Values values) {
        return new UiSettings(
                values.get(THEME),
                values.get(STATUS_BAR),
                values.get(FULLSCREEN),
                values.get(AUTO_HIDE),
                values.get(AUTO_HIDE_DELAY),
                window(values),
                new DockState(values.get(CAMERA_DOCK), values.get(RECORDING_DOCK), values.get(PLAYBACK_DOCK)));
    }

    private static Optional<WindowBounds> window(Values values) {
        Optional<Integer> x = values.get(X);
        Optional<Integer> y = values.get(Y);
        Optional<Integer> width = values.get(WIDTH);
        Optional<Integer> height = values.get(HEIGHT);
        return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent()
                ? Optional.of(new WindowBounds(x.get(), y.get(), width.get(), height.get()))
                : Optional.empty();
    }
}
