package org.rnvr.control.onvif.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.control.CameraDescription;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;
import org.rnvr.control.onvif.internal.OnvifCamera.Sign;

class OnvifControlTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Credentials GOOD = new Credentials(OnvifCamera.USER, OnvifCamera.PASSWORD);
    private static final Credentials BAD = new Credentials(OnvifCamera.USER, "guessed");
    private static final PtzVelocity RIGHT = new PtzVelocity(1, 0, 0);

    @ParameterizedTest
    @EnumSource(Sign.class)
    void theRequestsOfAnOperatorArriveSigned(Sign sign) throws IOException {
        try (OnvifCamera device = new OnvifCamera(sign)) {
            try (PtzCamera camera = open(device, 2, GOOD, LONG)) {
                assertEquals(new PtzCapability(true, true, true), done(camera.capability()));
                done(camera.move(new PtzVelocity(-0.5, 1, 0)));
                done(camera.stop());
                List<PtzPreset> presets = done(camera.presets());
                assertEquals(List.of(new PtzPreset("p1", "Door"), new PtzPreset("p&2", "p&2")), presets);
                done(camera.goTo(presets.get(1)));
                assertEquals(new PtzPreset("p3", "<창고>"), done(camera.save(Optional.empty(), "<창고>")));
                done(camera.save(Optional.of(presets.get(0)), "Gate"));
            }
            assertEquals(
                    List.of(
                            "/onvif/device_service GetCapabilities",
                            "/onvif/media GetProfiles",
                            "/onvif/ptz ContinuousMove dome&1 -0.500,1.000 0.000 PT10S",
                            "/onvif/ptz Stop dome&1 true true",
                            "/onvif/ptz GetPresets dome&1",
                            "/onvif/ptz GotoPreset dome&1 p&2",
                            "/onvif/ptz SetPreset dome&1 <창고>",
                            "/onvif/ptz SetPreset dome&1 Gate p1"),
                    device.asked());
            assertEquals(List.of(), device.complaints());
            assertEquals(sign == Sign.DIGEST ? 1 : 0, device.refusals());
        }
    }

    @Test
    void theStopFollowsTheMovementHoweverSlowTheCamera() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN);
                PtzCamera camera = open(device, 2, GOOD, LONG)) {
            CountDownLatch slow = new CountDownLatch(1);
            device.waits(slow);
            CompletionStage<Void> moved = camera.move(RIGHT);
            camera.move(new PtzVelocity(0, 1, 0));
            CompletionStage<Void> stopped = camera.stop();
            slow.countDown();
            done(moved);
            done(stopped);
            assertEquals(
                    List.of(
                            "/onvif/ptz ContinuousMove dome&1 1.000,0.000 0.000 PT10S",
                            "/onvif/ptz Stop dome&1 true true"),
                    device.asked().subList(2, device.asked().size()));
        }
    }

    @Test
    void aCameraThatTakesNoTimeoutMovesWithoutOne() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN);
                PtzCamera camera = open(device, 2, GOOD, LONG)) {
            device.takesShortTimeoutsOnly();
            done(camera.move(RIGHT));
            done(camera.move(RIGHT));
            String moved = "/onvif/ptz ContinuousMove dome&1 1.000,0.000 0.000";
            assertEquals(
                    List.of(moved + " PT10S", moved, moved),
                    device.asked().subList(2, device.asked().size()));
        }
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void aWrongPasswordIsNotTriedAgainAndAgain(Sign sign) throws IOException {
        try (OnvifCamera device = new OnvifCamera(sign);
                PtzCamera camera = open(device, 2, BAD, LONG)) {
            for (int i = 0; i < 5; i++) {
                ControlException failure = failure(camera.move(RIGHT));
                assertEquals(Reason.NOT_AUTHORIZED, failure.reason());
                assertFalse(failure.toString().contains("guessed"));
            }
            assertEquals(sign == Sign.DIGEST ? 2 : 1, device.refusals());
            assertEquals(List.of(), device.asked());
        }
    }

    @Test
    void anEyeWithoutMotorsIsNotMoved() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN);
                PtzCamera first = open(device, 1, GOOD, LONG);
                PtzCamera third = open(device, 3, GOOD, LONG)) {
            assertEquals(Reason.NOT_MOVABLE, failure(first.move(RIGHT)).reason());
            assertEquals(Reason.NOT_MOVABLE, failure(third.move(RIGHT)).reason());
        }
    }

    @Test
    void aCameraWithoutThatServiceIsNotMoved() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN);
                PtzCamera camera = open(device, 2, GOOD, LONG)) {
            device.answers(
                    "GetCapabilities",
                    "<Capabilities><tt:Media><tt:XAddr>http://10.0.0.9/onvif/media</tt:XAddr></tt:Media></Capabilities>");
            assertEquals(Reason.NOT_MOVABLE, failure(camera.move(RIGHT)).reason());
        }
    }

    @Test
    void aFaultSaysWhatTheCameraSays() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN);
                PtzCamera camera = open(device, 2, GOOD, LONG)) {
            device.answers("GotoPreset", "fault ter:InvalidArgVal ter:NoToken The preset is gone");
            ControlException failure = failure(camera.goTo(new PtzPreset("p9", "")));
            assertEquals("The camera refused the request: The preset is gone", failure.getMessage());
        }
    }

    @Test
    void aCameraThatDoesNotAnswerIsNamedSo() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN);
                PtzCamera camera = open(device, 2, GOOD, Duration.ofMillis(300))) {
            device.waits(new CountDownLatch(1));
            assertEquals(Reason.TIMED_OUT, failure(camera.presets()).reason());
        }
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void aCameraTellsWhatItStreams(Sign sign) throws IOException {
        try (OnvifCamera device = new OnvifCamera(sign)) {
            CameraDescription description = done(describe(device, GOOD));
            assertEquals(
                    List.of("ACME", "Dome 2", "1.2", "42"),
                    List.of(
                            description.manufacturer(),
                            description.model(),
                            description.firmware(),
                            description.serialNumber()));
            assertEquals(3, description.streams().size());
            assertEquals(
                    new CameraDescription.Stream(
                            "sub", "Sub", "eye1", "H264", 640, 480, 25, false, "rtsp://127.0.0.1:554/live"),
                    description.streams().get(1));
            assertEquals(true, description.streams().get(2).movable());
            assertEquals(
                    List.of("GetStreamUri main", "GetStreamUri sub", "GetStreamUri dome&1"),
                    device.asked().stream()
                            .filter(it -> it.contains("GetStreamUri"))
                            .map(it -> it.substring("/onvif/media ".length()))
                            .toList());
        }
    }

    @Test
    void aWrongPasswordIsNamedWhenAskedForStreams() throws IOException {
        try (OnvifCamera device = new OnvifCamera(Sign.TOKEN)) {
            assertEquals(Reason.NOT_AUTHORIZED, failure(describe(device, BAD)).reason());
            assertEquals(1, device.refusals());
        }
    }

    private static CompletionStage<CameraDescription> describe(OnvifCamera device, Credentials credentials) {
        return new OnvifDiscovery(List::of, LONG, Clock.systemUTC())
                .describe(URI.create("http://127.0.0.1:" + device.port() + "/onvif/device_service"), credentials);
    }

    private static PtzCamera open(OnvifCamera device, int channel, Credentials credentials, Duration limit) {
        return new OnvifControl(limit, Clock.systemUTC())
                .open(new CameraSettings(
                        "gate",
                        "Gate",
                        "rtsp://127.0.0.1:554/live",
                        credentials,
                        true,
                        true,
                        true,
                        false,
                        false,
                        new CameraSettings.Ptz(PtzType.ONVIF, device.port(), channel),
                        new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                        StandbySession.AUTO,
                        WeeklySchedule.ALWAYS,
                        1));
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
