package org.rnvr.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code ui}.
 *
 * @param theme look of the console
 * @param showStatusBar whether there is a status bar
 * @param fullscreenOnStart whether the console starts in full screen
 * @param fullscreenAutoHide whether controls hide in full screen
 * @param fullscreenAutoHideDelay how long after the last movement they hide
 * @param window where the window was when it was last closed
 * @param docks which views are open
 */
public record UiSettings(
        Theme theme,
        boolean showStatusBar,
        boolean fullscreenOnStart,
        boolean fullscreenAutoHide,
        Duration fullscreenAutoHideDelay,
        Optional<WindowBounds> window,
        DockState docks) {

    /** What holds where the configuration says nothing. */
    public static final UiSettings DEFAULT = new UiSettings(
            Theme.DARK, true, false, true, Duration.ofSeconds(10), Optional.empty(), new DockState(true, true, true));

    /**
     * Place and size of the window, in pixels.
     *
     * @param x left edge
     * @param y upper edge
     * @param width width
     * @param height height
     */
    public record WindowBounds(int x, int y, int width, int height) {}

    /**
     * Which views are open.
     *
     * @param camera the list of cameras
     * @param recording the recording control
     * @param playback the playback
     */
    public record DockState(boolean camera, boolean recording, boolean playback) {}
}
