package org.rnvr.console.internal.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;

class CameraFormTest {

    private static final CameraSettings GATE = new CameraSettings(
            "gate",
            "Gate",
            "rtsp://192.0.2.7/1",
            "",
            new Credentials("viewer", "s3cret"),
            true,
            true,
            false,
            true,
            false,
            new CameraSettings.Ptz(PtzType.HIK, 80, 1),
            new CameraSettings.VideoTransform(true, Flip.HORIZONTAL, 180),
            StandbySession.AUTO,
            WeeklySchedule.ALWAYS,
            1);

    @ParameterizedTest
    @CsvSource({
        "gate-2, Gate, rtsp://192.0.2.7/1, '', 80, ",
        "gate-2, Gate, RTSPS://gate.example/1, rtsp://gate.example/2, 80, ",
        "'', Gate, rtsp://192.0.2.7/1, '', 80, ID",
        "'a b', Gate, rtsp://192.0.2.7/1, '', 80, ID",
        "yard, Gate, rtsp://192.0.2.7/1, '', 80, ID",
        "gate-2, ' ', rtsp://192.0.2.7/1, '', 80, NAME",
        "gate-2, Gate, http://192.0.2.7/1, '', 80, URL",
        "gate-2, Gate, rtsp://, '', 80, URL",
        "gate-2, Gate, rtsp://192.0.2.7/1, 192.0.2.7, 80, SMALL_URL",
        "gate-2, Gate, rtsp://192.0.2.7/1, '', 65536, PTZ_PORT",
        "gate-2, Gate, rtsp://192.0.2.7/1, '', 0, PTZ_PORT",
        "gate-2, Gate, rtsp://192.0.2.7/1, '', eighty, PTZ_PORT"
    })
    void whatIsWrongIsFound(String id, String name, String url, String small, String port, CameraForm.Field where) {
        CameraForm form =
                new CameraForm(id, name, url, small, "", "", true, true, true, PtzType.ONVIF, port, "1", Flip.NONE, 0);
        assertEquals(Optional.ofNullable(where), form.problem(Set.of("yard")).map(CameraForm.Problem::field));
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        CameraForm before = CameraForm.of(GATE);
        assertEquals(Map.of(), before.changes(before));
        CameraForm after = new CameraForm(
                "gate",
                "Main gate",
                before.url(),
                "",
                "viewer",
                "n3w",
                true,
                true,
                false,
                PtzType.HIK,
                "8080",
                "1",
                Flip.HORIZONTAL,
                180);
        assertEquals(Map.of("name", "Main gate", "password", "n3w", "ptz_port", 8080), after.changes(before));
        assertFalse(after.toString().contains("n3w"));
    }

    @Test
    void aTrialUsesThePasswordThatIsThereUnlessAnotherIsTyped() {
        CameraForm form = CameraForm.of(GATE);
        assertEquals("", form.password());
        assertEquals(
                new Credentials("viewer", "s3cret"),
                form.settings(Optional.of(GATE)).credentials());
        assertEquals(Credentials.NONE, CameraForm.NEW.settings(Optional.empty()).credentials());
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://me:p@ss@192.0.2.7/1, rtsp://192.0.2.7/1, me, p@ss",
        "rtsp://me@192.0.2.7, rtsp://192.0.2.7, me, typed",
        "rtsp://192.0.2.7/a@b, rtsp://192.0.2.7/a@b, '', typed",
        "rtsp, rtsp, '', typed"
    })
    void whatStandsBeforeTheHostGoesToItsOwnFields(String typed, String url, String username, String password) {
        CameraForm form = new CameraForm(
                        "gate", "Gate", typed, "", "", "typed", true, true, true, PtzType.NONE, "", "", Flip.NONE, 0)
                .withoutUserInfo();
        assertEquals(url, form.url());
        assertEquals(username, form.username());
        assertEquals(password, form.password());
    }

    @ParameterizedTest
    @CsvSource({"Gate, gate", "Hall É (north), hall-e-north", "Yard, yard-2", "정문, camera-2", "'', camera-2"})
    void anIdResemblesTheNameAndIsFree(String name, String id) {
        assertEquals(id, CameraIds.suggest(name, Set.of("yard", "camera-1")));
    }
}
