package org.rnvr.console.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnvr.config.AppSettings;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Credentials;
import org.rnvr.config.KeyBindings;
import org.rnvr.config.Layout;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;

/** The configuration of a site with a few cameras, and what is said of them. */
final class Site {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final long SESSION = 1;

    static final boolean KOREAN = "ko".equals(Locale.getDefault().getLanguage());

    static final CameraSettings[] CAMERAS = {
        camera("gate", said("Gate", "정문"), 1, true),
        camera("yard", said("Yard", "마당"), 2, true),
        camera("ramp", said("Loading ramp", "하역장"), 3, true),
        camera("store", said("Store", "창고"), 4, true),
        camera("attic", said("Attic", "다락"), 5, false)
    };

    static final Configuration USUAL =
            configuration(ui(Theme.DARK, true, Optional.of(new UiSettings.WindowBounds(20, 30, 1100, 700))), CAMERAS);

    static final Configuration AT_START = configuration(
            new UiSettings(
                    Theme.DARK,
                    true,
                    true,
                    true,
                    Duration.ofSeconds(10),
                    USUAL.ui().window(),
                    new UiSettings.DockState(false, true, false)),
            CAMERAS);

    private Site() {}

    static String said(String english, String korean) {
        return KOREAN ? korean : english;
    }

    static CameraStatus status(String id, ConnectionState state, StatusDetail detail, String text) {
        return new CameraStatus(id, id, state, detail, text, NOON, OptionalLong.of(SESSION));
    }

    static CameraStatus status(String id, ConnectionState state) {
        return status(id, state, StatusDetail.NONE, "");
    }

    static RecordingStatus recording(String id, RecordingState state) {
        return new RecordingStatus(id, state, "", NOON, Optional.empty());
    }

    static CameraSettings camera(String id, String name, int order, boolean enabled) {
        return new CameraSettings(
                id,
                name,
                "rtsp://127.0.0.1/" + id,
                Credentials.NONE,
                enabled,
                true,
                true,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                order);
    }

    static UiSettings ui(Theme theme, boolean statusBar, Optional<UiSettings.WindowBounds> window) {
        return new UiSettings(
                theme,
                statusBar,
                false,
                true,
                Duration.ofSeconds(10),
                window,
                new UiSettings.DockState(true, true, true));
    }

    /** The usual settings but for the wall and what is written on its pictures. */
    static StreamingSettings streaming(Layout wall, Osd osd) {
        StreamingSettings usual = StreamingSettings.DEFAULT;
        return new StreamingSettings(
                wall,
                osd,
                usual.useHardwareAcceleration(),
                usual.decoderPreference(),
                usual.bufferSize(),
                usual.latency(),
                usual.tcpTimeout(),
                usual.detection(),
                usual.transport(),
                usual.autoReconnect(),
                usual.maxReconnectAttempts(),
                usual.reconnectDelay());
    }

    static Configuration configuration(UiSettings ui, CameraSettings... cameras) {
        return configuration(ui, StreamingSettings.DEFAULT, Map.of(), cameras);
    }

    static Configuration configuration(
            UiSettings ui, StreamingSettings streaming, Map<String, String> menuKeys, CameraSettings... cameras) {
        return Configuration.defaults(Path.of("/"))
                .with(new AppSettings("IT_RNVR", "2.1"))
                .with(ui)
                .with(streaming)
                .withCameras(List.of(cameras))
                .withMenuKeys(new KeyBindings(menuKeys))
                .withPtzKeys(new KeyBindings(Map.of()));
    }
}
