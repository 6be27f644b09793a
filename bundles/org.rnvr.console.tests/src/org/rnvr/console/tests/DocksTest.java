package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.UiSettings;
import org.rnvr.config.UiSettings.DockState;

/** The views that {@code ui.dock_state} opens and closes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class DocksTest {

    private static final String CAMERAS = "org.rnvr.console.cameras";
    private static final String RECORDING = "org.rnvr.console.recording";
    private static final String PLAYBACK = "org.rnvr.console.playback";

    private final RunningConsole console;
    private final SiteConfiguration configuration;

    DocksTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void allAreOpen() {
        configuration.becomes(Site.USUAL, List.of());
        for (String view : List.of(RECORDING, PLAYBACK, CAMERAS)) {
            show(view);
        }
        awaitOpen(Set.of(CAMERAS, RECORDING, PLAYBACK));
    }

    @AfterEach
    void allAreOpenAgain() {
        configuration.becomes(Site.USUAL, List.of());
        configuration.takeEdits();
        Map<String, String> paths = Map.of(
                CAMERAS, "ui.dock_state.camera_visible",
                RECORDING, "ui.dock_state.recording_visible",
                PLAYBACK, "ui.dock_state.playback_visible");
        paths.forEach((view, path) -> {
            if (!console.ui(console::views).contains(view)) {
                show(view);
                awaitEdit(path, true);
            }
        });
    }

    @Test
    void theyFollowTheConfiguration() {
        configuration.becomes(with(new DockState(false, true, false)), List.of());
        awaitOpen(Set.of(RECORDING));
        configuration.becomes(with(new DockState(true, false, false)), List.of());
        awaitOpen(Set.of(CAMERAS));
        configuration.becomes(with(new DockState(true, true, true)), List.of());
        awaitOpen(Set.of(CAMERAS, RECORDING, PLAYBACK));
    }

    @Test
    void theConfigurationFollowsThem() {
        hide(RECORDING);
        awaitEdit("ui.dock_state.recording_visible", false);
        hide(PLAYBACK);
        awaitEdit("ui.dock_state.playback_visible", false);
        hide(CAMERAS);
        awaitEdit("ui.dock_state.camera_visible", false);
        show(RECORDING);
        awaitEdit("ui.dock_state.recording_visible", true);
        assertFalse(configuration.wasChangedOnUiThread());
    }

    @Test
    void aChangeOfSomethingElseOpensNothingThatWasClosed() {
        hide(RECORDING);
        awaitEdit("ui.dock_state.recording_visible", false);
        configuration.becomes(Site.configuration(Site.USUAL.ui(), Site.CAMERAS[0]), List.of());
        console.awaitUi("the change is there", () -> console.cameras().getItemCount() == 1);
        awaitOpen(Set.of(CAMERAS, PLAYBACK));
    }

    private void show(String view) {
        console.ui(() -> {
            console.toFront(view);
            return null;
        });
    }

    private void hide(String view) {
        configuration.takeEdits();
        console.ui(() -> {
            console.hide(view);
            return null;
        });
    }

    private void awaitEdit(String path, boolean value) {
        ConfigurationEdit expected = new ConfigurationEdit.Set(path, value);
        RunningConsole.await(
                expected.toString(), () -> configuration.takeEdits().contains(expected));
    }

    private void awaitOpen(Set<String> expected) {
        console.awaitUi("open: " + expected, () -> List.of(CAMERAS, RECORDING, PLAYBACK).stream()
                .allMatch(view -> console.views().contains(view) == expected.contains(view)));
    }

    private static Configuration with(DockState docks) {
        UiSettings ui = Site.USUAL.ui();
        return Site.configuration(
                new UiSettings(
                        ui.theme(),
                        ui.showStatusBar(),
                        ui.fullscreenOnStart(),
                        ui.fullscreenAutoHide(),
                        ui.fullscreenAutoHideDelay(),
                        ui.window(),
                        docks),
                Site.CAMERAS);
    }
}
