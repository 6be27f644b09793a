package org.rnvr.monitor.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Credentials;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.Layout;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.config.WeeklySchedule;

/** Configurations for tests, made of what matters to the monitor. */
public final class Settings {

    private Settings() {}

    public static Configuration of(StreamingSettings streaming, CameraSettings... cameras) {
        return Configuration.defaults(Path.of("").toAbsolutePath())
                .with(streaming)
                .withCameras(List.of(cameras));
    }

    public static StreamingSettings streaming() {
        return streaming(Transport.TCP, Duration.ofSeconds(5), Optional.empty(), Duration.ofSeconds(5));
    }

    public static StreamingSettings streaming(
            Transport transport, Duration keepalive, Optional<Set<String>> strategies, Duration reconnectDelay) {
        return new StreamingSettings(
                new Layout(1, 1),
                StreamingSettings.Osd.DEFAULT,
                true,
                List.of("avdec_h264"),
                1 << 20,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                DetectionSettings.DEFAULT.withKeepalive(keepalive).with(strategies),
                transport,
                true,
                5,
                reconnectDelay);
    }

    public static CameraSettings camera(String id) {
        return camera(id, "Camera " + id, "rtsp://127.0.0.1:8554/" + id, true, true);
    }

    public static CameraSettings camera(String id, String name, String url, boolean enabled, boolean atStart) {
        return new CameraSettings(
                id,
                name,
                url,
                Credentials.NONE,
                enabled,
                atStart,
                false,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }
}
