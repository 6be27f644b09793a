package org.rnvr.control.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;

class CameraAddressTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://192.0.2.7/stream, http://192.0.2.7:8000/x",
        "rtsp://192.0.2.7:554/stream?a=b, http://192.0.2.7:8000/x",
        "rtsps://camera_1.example, http://camera_1.example:8000/x",
        "rtsp://[2001:db8::7]:554/stream, http://[2001:db8::7]:8000/x",
        "rtsp://[2001:db8::7]/stream, http://[2001:db8::7]:8000/x"
    })
    void itIsTheMachineThatStreamsAtThePortForControl(String rtspUrl, String expected) {
        CameraSettings camera = new CameraSettings(
                "gate",
                "Gate",
                rtspUrl,
                Credentials.NONE,
                true,
                true,
                true,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.HIK, 8000, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                1);
        assertEquals(expected, CameraAddress.of(camera).at("/x").toString());
    }
}
