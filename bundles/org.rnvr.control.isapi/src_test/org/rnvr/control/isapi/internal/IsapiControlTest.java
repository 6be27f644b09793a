package org.rnvr.control.isapi.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;

class IsapiControlTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String CHANNEL = "/ISAPI/PTZCtrl/channels/3";
    private static final String NAMESPACE = " xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"";
    private static final String PRESETS = "<PTZPresetList" + NAMESPACE
            + "><PTZPreset><enabled>true</enabled><id>1</id><presetName>Door &amp; gate</presetName></PTZPreset>"
            + "<PTZPreset><enabled>false</enabled><id>2</id><presetName>Preset 2</presetName></PTZPreset>"
            + "<PTZPreset><enabled>true</enabled><id>7</id></PTZPreset></PTZPresetList>";

    private IsapiCamera device;

    @BeforeEach
    void start() throws IOException {
        device = new IsapiCamera();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @Test
    void movementsArriveAsPercent() {
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, LONG)) {
            done(camera.move(new PtzVelocity(-1, 0.254, 0)));
            done(camera.move(new PtzVelocity(0, -0.001, 1)));
            done(camera.stop());
        }
        assertEquals(List.of(moved(-100, 25, 0), moved(0, -1, 100), moved(0, 0, 0)), device.asked());
        assertEquals(1, device.refusals(), "the first request only asks for the challenge");
    }

    @Test
    void theStopComesAfterTheMovementHoweverSlowTheCamera() {
        CountDownLatch slow = new CountDownLatch(1);
        device.waits(slow);
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, LONG)) {
            CompletionStage<Void> first = camera.move(new PtzVelocity(1, 0, 0));
            camera.move(new PtzVelocity(0, 1, 0));
            CompletionStage<Void> stopped = camera.stop();
            slow.countDown();
            done(first);
            done(stopped);
        }
        assertEquals(List.of(moved(100, 0, 0), moved(0, 0, 0)), device.asked());
    }

    @Test
    void positionsAreListedReachedAndKept() {
        device.answers("GET " + CHANNEL + "/presets", 200, PRESETS);
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, LONG)) {
            List<PtzPreset> presets = done(camera.presets());
            assertEquals(List.of(new PtzPreset("1", "Door & gate"), new PtzPreset("7", "7")), presets);
            done(camera.goTo(presets.get(1)));
            assertEquals(new PtzPreset("7", "창고"), done(camera.save(Optional.of(presets.get(1)), "창고")));
            assertEquals(new PtzPreset("2", "<new>"), done(camera.save(Optional.empty(), "<new>")));
        }
        assertEquals(
                List.of(
                        "GET " + CHANNEL + "/presets",
                        "PUT " + CHANNEL + "/presets/7/goto",
                        "PUT " + CHANNEL + "/presets/7 xml:<PTZPreset><enabled>true</enabled><id>7</id>"
                                + "<presetName>창고</presetName></PTZPreset>",
                        "GET " + CHANNEL + "/presets",
                        "PUT " + CHANNEL + "/presets/2 xml:<PTZPreset><enabled>true</enabled><id>2</id>"
                                + "<presetName>&lt;new&gt;</presetName></PTZPreset>"),
                device.asked());
    }

    @ParameterizedTest
    @CsvSource({
        "<ContinuousPanTiltSpace/><ContinuousZoomSpace/><maxPresetNum>300</maxPresetNum>, true, true, true",
        "<ContinuousPanTiltSpace/><maxPresetNum>0</maxPresetNum>, true, false, false",
        "<ContinuousZoomSpace/>, false, true, true",
        "<other/>, true, true, true"
    })
    void theCameraTellsWhatItCan(String content, boolean panTilt, boolean zoom, boolean presets) {
        device.answers(
                "GET " + CHANNEL + "/capabilities",
                200,
                "<PTZChanelCap" + NAMESPACE + ">" + content + "</PTZChanelCap>");
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, LONG)) {
            assertEquals(new PtzCapability(panTilt, zoom, presets), done(camera.capability()));
        }
    }

    @Test
    void oldFirmwareDoesNotTellWhatItCan() {
        device.answers("GET " + CHANNEL + "/capabilities", 404, "");
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, LONG)) {
            assertEquals(new PtzCapability(true, true, true), done(camera.capability()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', NOT_MOVABLE, ''",
        "403, <ResponseStatus><subStatusCode>notSupport</subStatusCode></ResponseStatus>, NOT_MOVABLE, ''",
        "403, <ResponseStatus><statusString>Invalid Operation</statusString><subStatusCode>lowPrivilege</subStatusCode>"
                + "</ResponseStatus>, REFUSED, Invalid Operation lowPrivilege",
        "200, <ResponseStatus><statusCode>2</statusCode><statusString>Device Busy</statusString></ResponseStatus>, "
                + "REFUSED, Device Busy",
        "500, '', REFUSED, HTTP 500",
        "200, <html>, NOT_UNDERSTOOD, ''"
    })
    void aRefusalSaysWhy(int status, String content, Reason reason, String detail) {
        device.answers("PUT " + CHANNEL + "/continuous", status, content);
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, LONG)) {
            ControlException failure = failure(camera.move(new PtzVelocity(1, 0, 0)));
            assertEquals(reason, failure.reason());
            assertEquals(detail, failure.detail());
        }
    }

    @Test
    void aWrongPasswordIsTriedOnceHoweverOftenAKeyIsPressed() {
        try (PtzCamera camera = open("guessed", LONG)) {
            for (int i = 0; i < 5; i++) {
                ControlException failure = failure(camera.move(new PtzVelocity(1, 0, 0)));
                assertEquals(Reason.NOT_AUTHORIZED, failure.reason());
                assertFalse(failure.toString().contains("guessed"));
                assertEquals(Reason.NOT_AUTHORIZED, failure(camera.stop()).reason());
            }
        }
        assertEquals(2, device.refusals());
        assertEquals(List.of(), device.asked());
    }

    @Test
    void aCameraThatDoesNotAnswerIsNamedSo() {
        device.waits(new CountDownLatch(1));
        try (PtzCamera camera = open(IsapiCamera.PASSWORD, Duration.ofMillis(300))) {
            assertEquals(Reason.TIMED_OUT, failure(camera.presets()).reason());
        }
    }

    @Test
    void onlyItsOwnCamerasAreOpened() {
        IsapiControl control = new IsapiControl();
        assertEquals(PtzType.HIK, control.type());
        CameraSettings other = settings(PtzType.ONVIF, "");
        assertThrows(IllegalArgumentException.class, () -> control.open(other));
    }

    private PtzCamera open(String password, Duration limit) {
        return new IsapiControl(limit).open(settings(PtzType.HIK, password));
    }

    private CameraSettings settings(PtzType type, String password) {
        return new CameraSettings(
                "gate",
                "Gate",
                "rtsp://127.0.0.1:554/Streaming/Channels/101",
                new Credentials(IsapiCamera.USER, password),
                true,
                true,
                true,
                false,
                false,
                new CameraSettings.Ptz(type, device.port(), 3),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                1);
    }

    private static String moved(int pan, int tilt, int zoom) {
        return "PUT " + CHANNEL + "/continuous xml:<PTZData><pan>" + pan + "</pan><tilt>" + tilt + "</tilt><zoom>"
                + zoom + "</zoom></PTZData>";
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static ControlException failure(CompletionStage<?> stage) {
        CompletionException failure = assertThrows(CompletionException.class, () -> done(stage));
        return ControlException.of(failure).orElseThrow();
    }
}
