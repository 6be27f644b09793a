package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.WeeklySchedule;

class ViewSettingsTest {

    private static CameraSettings camera(boolean hardware, String sub) {
        return new CameraSettings(
                "x",
                "x",
                "rtsp://127.0.0.1/main",
                sub,
                new Credentials("u", "p"),
                true,
                true,
                true,
                hardware,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(true, CameraSettings.Flip.NONE, 90),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }

    private static StreamingSettings streaming(boolean hardware) {
        StreamingSettings plain = StreamingSettings.DEFAULT;
        return new StreamingSettings(
                plain.defaultLayout(),
                plain.osd(),
                hardware,
                List.of("vah264dec", "openh264dec"),
                plain.bufferSize(),
                plain.latency(),
                plain.tcpTimeout(),
                plain.detection(),
                plain.transport(),
                plain.autoReconnect(),
                plain.maxReconnectAttempts(),
                plain.reconnectDelay());
    }

    @Test
    void hardwareIsUsedOnlyWhereBothTheSiteAndTheCameraAllowIt() {
        assertTrue(ViewSettings.of(camera(true, ""), streaming(true)).hardwareAllowed());
        assertFalse(ViewSettings.of(camera(false, ""), streaming(true)).hardwareAllowed());
        assertFalse(ViewSettings.of(camera(true, ""), streaming(false)).hardwareAllowed());
    }

    @Test
    void theOrderOfDecodersAndTheTurningAreTheConfigurations() {
        ViewSettings settings = ViewSettings.of(camera(true, ""), streaming(true));
        assertEquals(List.of("vah264dec", "openh264dec"), settings.decoderPreference());
        assertEquals(Optional.of("90r"), settings.direction());
    }

    @Test
    void theSecondStreamIsReceivedAsTheFirstButWithoutSound() {
        assertEquals(
                Optional.empty(),
                ViewSettings.of(camera(true, ""), streaming(true)).sub());
        SourceSettings sub = ViewSettings.of(camera(true, "rtsp://127.0.0.1/small"), streaming(true))
                .sub()
                .orElseThrow();
        assertEquals("rtsp://127.0.0.1/small", sub.url().location());
        assertEquals(new Credentials("u", "p"), sub.credentials());
        assertEquals(StreamingSettings.DEFAULT.transport(), sub.transport());
        assertFalse(sub.audio());
    }
}
