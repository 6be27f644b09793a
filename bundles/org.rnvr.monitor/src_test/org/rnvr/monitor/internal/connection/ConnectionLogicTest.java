package org.rnvr.monitor.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.TERMS;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.judgement;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.StandbySession;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Connecting;
import org.rnvr.event.Lost;
import org.rnvr.event.Offline;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Reconnecting;
import org.rnvr.event.Streaming;
import org.rnvr.event.Warning;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.SessionFailure;

class ConnectionLogicTest {

    private static Terms terms(boolean autoReconnect, int maxAttempts, long longestWaitMs) {
        return SimulatedConnection.terms(autoReconnect, maxAttempts, longestWaitMs, StandbySession.AUTO);
    }

    @Test
    void firstSessionIsOpenedWithoutALookAndActivatedAtOnce() {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        assertEquals("Connecting OpenSession", camera.story());
        assertEquals(ConnectionState.CONNECTING, camera.state());
        assertEquals(
                new Connecting(camera.at(), "cam1", 1, false), camera.events().get(0));

        camera.pass(400);
        camera.ready();
        assertEquals("Connecting OpenSession Activate Streaming", camera.story());
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(OptionalLong.of(1), camera.status().session());
        assertEquals(
                new Streaming(camera.at(), "cam1", 1, "h264", 1280, 720, "tcp", 400),
                camera.events(Streaming.class).get(0));
    }

    @Test
    void wantedCameraWaitsForItsPipeline() {
        SimulatedConnection camera = SimulatedConnection.of(TERMS);
        camera.take(new Input.Wanted());
        assertEquals(ConnectionState.CONNECTING, camera.state());
        camera.pass(1000);
        assertEquals("", camera.story());
        camera.take(new Input.PipelineOpened());
        assertEquals("Connecting OpenSession", camera.story());
    }

    @Test
    void refusedPipelineIsSaidAndTheCameraStaysWanted() {
        SimulatedConnection camera = SimulatedConnection.of(TERMS);
        camera.take(new Input.Wanted());
        camera.take(new Input.PipelineRefused("No."));
        assertEquals(StatusDetail.MACHINE_ERROR, camera.status().detail());
        assertEquals("No.", camera.status().text());
        camera.take(new Input.PipelineOpened());
        assertEquals("Connecting OpenSession", camera.story());
    }

    @Test
    void sessionWithoutAPictureInTimeFails() {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.pass(19_950);
        assertEquals(0, camera.count(Effect.CloseSession.class));
        camera.pass(50);
        assertTrue(camera.effects.contains(new Effect.CloseSession(1)));
        assertEquals(ConnectionState.RECONNECTING, camera.state());
        assertEquals(StatusDetail.COMMUNICATION_ERROR, camera.status().detail());
        assertEquals(2, camera.events(Reconnecting.class).get(0).attempt());
    }

    @Test
    void failureOfTheSessionItselfIsALossWithoutAnyStrategy() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        camera.pass(40);
        camera.fail(FailureKind.ENDED);
        Lost lost = camera.events(Lost.class).get(0);
        assertEquals("pipeline", lost.strategy());
        assertEquals(camera.millis() - last, lost.silenceMs());
        assertEquals(new Effect.CloseSession(1), camera.effects.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, CAMERA_ERROR",
        "NOT_FOUND, CAMERA_ERROR",
        "UNSUPPORTED_MEDIA, CAMERA_ERROR",
        "BAD_URL, CONFIGURATION_ERROR",
        "FRAMEWORK_MISSING, MACHINE_ERROR",
        "ELEMENT_MISSING, MACHINE_ERROR"
    })
    void whatWillNotPassByItselfIsTriedAtTheSlowPace(FailureKind kind, StatusDetail detail) {
        SimulatedConnection camera = SimulatedConnection.opening(terms(true, 5, 1000));
        for (int attempt = 2; attempt <= 40; attempt++) {
            camera.fail(kind);
            assertEquals(detail, camera.status().detail());
            assertEquals(kind + " it is.", camera.status().text());
            long wait = camera.passUntil(Effect.LookAtPath.class);
            assertTrue(wait >= 5000, "attempt " + attempt + " after " + wait);
            camera.path(Reach.ANSWERED);
        }
        assertEquals(ConnectionState.OFFLINE, camera.state());
        assertEquals(40, camera.count(Effect.OpenSession.class), "never given up");
        assertTrue(camera.events(Connecting.class).size() < 12, "the journal is not flooded");
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"UNREACHABLE", "REFUSED", "BUSY", "PROTOCOL", "ENDED"})
    void whatMayPassIsTriedSoon(FailureKind kind) {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.fail(kind);
        assertTrue(camera.passUntil(Effect.LookAtPath.class) <= 550);
    }

    @Test
    void withoutAutoReconnectAFailedAttemptIsTheOnlyOne() {
        SimulatedConnection camera = SimulatedConnection.opening(terms(false, 5, 5000));
        camera.fail(FailureKind.REFUSED);
        camera.pass(600_000);
        assertEquals(ConnectionState.OFFLINE, camera.state());
        assertEquals("Connecting OpenSession CloseSession Offline", camera.story());
        camera.take(new Input.TermsChanged(TERMS));
        camera.passUntil(Effect.LookAtPath.class);
    }

    @Test
    void stopClosesTheSessionAndEndsAttempts() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.take(new Input.Unwanted(StatusDetail.STOPPED));
        assertEquals("CloseSession", camera.story());
        assertEquals(ConnectionState.DISCONNECTED, camera.state());
        assertEquals(StatusDetail.STOPPED, camera.status().detail());
        camera.pass(60_000);
        assertEquals("CloseSession", camera.story());

        camera.take(new Input.Wanted());
        camera.ready();
        assertEquals(0, camera.events(Reconnected.class).size(), "nothing was lost");
    }

    @Test
    void connectTriesAWaitedForCameraAtOnce() {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.fail(FailureKind.UNAUTHORIZED);
        camera.pass(100);
        camera.take(new Input.Wanted());
        assertEquals(2, camera.count(Effect.OpenSession.class));
        camera.take(new Input.Wanted());
        assertEquals(2, camera.count(Effect.OpenSession.class), "one at a time");
    }

    @Test
    void connectDoesNothingToAStreamingCamera() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.take(new Input.Wanted());
        assertEquals("", camera.story());
    }

    @Test
    void changedTermsTouchNoSession() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.take(new Input.TermsChanged(new Terms(
                "cam1",
                "Yard",
                false,
                1,
                Duration.ZERO,
                Duration.ofSeconds(1),
                StandbySession.AUTO,
                Duration.ofSeconds(5))));
        assertEquals("", camera.story());
        assertEquals("Yard", camera.status().name());
        camera.fail(FailureKind.ENDED);
        camera.pass(60_000);
        assertEquals(ConnectionState.LOST, camera.state());
    }

    @Test
    void cameraWhosePipelineIsOpenedAnewConnectsAgain() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.take(new Input.PipelineClosed());
        assertEquals(ConnectionState.CONNECTING, camera.state());
        assertEquals("", camera.story(), "its sessions went with the pipeline");
        camera.take(new Input.PipelineOpened());
        assertEquals("Connecting OpenSession", camera.story());

        SimulatedConnection stopped = SimulatedConnection.streaming(TERMS);
        stopped.take(new Input.Unwanted(StatusDetail.STOPPED));
        stopped.effects.clear();
        stopped.take(new Input.PipelineClosed());
        stopped.take(new Input.PipelineOpened());
        assertEquals(ConnectionState.DISCONNECTED, stopped.state());
        assertEquals("", stopped.story());
    }

    @Test
    void warningIsJournalledOnceAnEpisode() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        for (int i = 0; i < 200; i++) {
            camera.pass(50);
            camera.observe(camera.millis(), judgement("b", i % 2 == 0 ? Grade.WARNING : Grade.HEALTHY));
        }
        assertEquals("Warning", camera.story());
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals("WARNING by b.", camera.status().text());
        for (int i = 0; i < 120; i++) {
            camera.pass(50);
            camera.observe(camera.millis(), judgement("b", Grade.HEALTHY));
        }
        assertEquals("", camera.status().text());
        camera.observe(camera.millis(), judgement("b", Grade.WARNING));
        assertEquals(2, camera.events(Warning.class).size());
    }

    @Test
    void sinceIsWhenTheStateBegan() {
        SimulatedConnection camera = SimulatedConnection.opening(terms(true, 0, 1000));
        camera.fail(FailureKind.REFUSED);
        var since = camera.status().since();
        for (int i = 0; i < 5; i++) {
            camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.UNREACHABLE);
        }
        assertEquals(since, camera.status().since());
    }

    @Test
    void eventsOfSessionsLeftAreIgnored() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.fail(FailureKind.ENDED);
        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.ANSWERED);
        camera.effects.clear();
        camera.take(new Input.SessionReady(0, 1, new MediaDescription("h264", 1, 1, Optional.empty(), Transport.TCP)));
        camera.take(new Input.SessionFailed(1, new SessionFailure(FailureKind.ENDED, "old")));
        camera.take(new Input.Observed(1, 0, List.of(judgement("a", Grade.DEAD))));
        camera.take(new Input.Replied(1, Input.Reply.ANSWERED));
        assertEquals("", camera.story());
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void killedCameraIsLookedForAtOnceAndOftenAndNoSessionOpenedUntilItAnswers() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.failActive(FailureKind.ENDED);
        assertEquals("Lost CloseSession Reconnecting", camera.story());
        assertTrue(camera.passUntil(Effect.LookAtPath.class) <= 100, "at once");
        for (int i = 0; i < 20; i++) {
            camera.path(Reach.UNREACHABLE);
            assertTrue(camera.passUntil(Effect.LookAtPath.class) <= 350, "and soon again");
        }
        assertEquals(0, camera.count(Effect.OpenSession.class));
        assertEquals("Path is UNREACHABLE.", camera.status().text());
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.count(Effect.OpenSession.class));
        camera.pass(200);
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Reconnected.class).size());
    }

    @Test
    void looksDoNotWaitForEachOther() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.failActive(FailureKind.ENDED);
        camera.pass(2000);
        assertTrue(camera.count(Effect.LookAtPath.class) >= 6, "looks " + camera.count(Effect.LookAtPath.class));
    }

    @Test
    void whatMayBeACameraIsAskedForASession() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.failActive(FailureKind.ENDED);
        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.UNCERTAIN);
        assertEquals(1, camera.count(Effect.OpenSession.class), "only a session can tell");
    }

    @Test
    void looksGrowRareInProportionToTheOutageAndNeverFallIntoStep() {
        Set<Long> seen = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            SimulatedConnection camera = new SimulatedConnection(terms(true, 0, 5000), seed);
            camera.take(new Input.PipelineOpened());
            camera.take(new Input.Wanted());
            camera.pass(50);
            camera.ready();
            camera.streamFor(11_000);
            long lost = camera.millis();
            camera.failActive(FailureKind.ENDED);
            while (camera.millis() - lost < 1_200_000) {
                long wait = camera.passUntil(Effect.LookAtPath.class);
                camera.path(Reach.UNREACHABLE);
                long gone = camera.millis() - lost;
                long full = Math.max(250, Math.min(5000, gone / 80));
                assertTrue(wait <= full * 5 / 4 + 50, "after " + gone + " ms a look only after " + wait);
                if (gone > 600_000) {
                    assertTrue(wait >= 3700, "slow at last: " + wait);
                    seen.add(wait);
                }
            }
        }
        assertTrue(seen.size() > 20, "no step");
    }

    @Test
    void waitsAfterFailedSessionsDoubleUpToTheBoundWithJitter() {
        for (int seed = 0; seed < 50; seed++) {
            SimulatedConnection camera = new SimulatedConnection(terms(true, 0, 5000), seed);
            camera.take(new Input.PipelineOpened());
            camera.take(new Input.Wanted());
            for (int attempt = 2; attempt <= 12; attempt++) {
                camera.fail(FailureKind.PROTOCOL);
                camera.passUntil(Effect.LookAtPath.class);
                camera.path(Reach.ANSWERED);
            }
            List<Reconnecting> waits = camera.events(Reconnecting.class);
            for (int i = 0; i < waits.size(); i++) {
                long full = Math.min(5000, 250L << (i + 1));
                long wait = waits.get(i).nextMs();
                assertEquals(i + 2, waits.get(i).attempt());
                assertTrue(wait >= full / 2 && wait <= full, "attempt " + (i + 2) + " waits " + wait);
            }
        }
    }

    @Test
    void cameraIsOfflineAfterItsAttemptsAndLookedForForEver() {
        SimulatedConnection camera = SimulatedConnection.streaming(terms(true, 5, 5000));
        camera.failActive(FailureKind.ENDED);
        long lost = camera.millis();
        while (camera.state() != ConnectionState.OFFLINE) {
            camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.UNREACHABLE);
        }
        assertTrue(Math.abs(camera.millis() - lost - 25_000) <= 1000, "after " + (camera.millis() - lost));
        assertEquals(5, camera.events(Offline.class).get(0).attempts());
        for (int looks = 0; looks < 5000; looks++) {
            long wait = camera.passUntil(Effect.LookAtPath.class);
            assertTrue(wait <= 6300, "never given up: " + wait);
            assertEquals(ConnectionState.OFFLINE, camera.state());
            camera.path(Reach.UNREACHABLE);
        }
        assertEquals(1, camera.events(Offline.class).size());
        assertTrue(camera.events(Reconnecting.class).size() < 25, "the journal is not flooded");
        assertEquals(0, camera.count(Effect.OpenSession.class));

        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.events(Connecting.class).size(), "its return is journalled");
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Reconnected.class).size());
    }

    @Test
    void flappingCameraIsSlowedDownUntilASessionHolds() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long wait = 0;
        for (int i = 0; i < 8; i++) {
            camera.failActive(FailureKind.ENDED);
            assertEquals(1, camera.events(Reconnecting.class).get(i).attempt());
            wait = camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.ANSWERED);
            camera.pass(200);
            camera.ready();
            camera.streamFor(500);
        }
        assertTrue(wait >= 2500, "waited " + wait);
        camera.streamFor(10_000);
        camera.failActive(FailureKind.ENDED);
        assertTrue(camera.passUntil(Effect.LookAtPath.class) <= 100);
    }

    @Test
    void withoutAutoReconnectALossLastsUntilConnect() {
        SimulatedConnection camera = SimulatedConnection.streaming(terms(false, 5, 5000));
        camera.failActive(FailureKind.ENDED);
        camera.pass(600_000);
        assertEquals(ConnectionState.LOST, camera.state());
        assertEquals("Lost CloseSession", camera.story());
        camera.take(new Input.Wanted());
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Reconnected.class).size());
    }

    @Test
    void quietConnectionWantsNothingDoneButAskOnceWhetherItIsAnswered() {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.ready();
        camera.effects.clear();
        camera.streamFor(50_000);
        assertEquals("AskSession", camera.story());
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void operatorIsToldOnceOfACameraThatCannotBeReachedAndWhenItComes() {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.fail(FailureKind.UNREACHABLE);
        camera.pass(4900);
        assertEquals(0, camera.count(Effect.Alarm.class));
        camera.pass(60_000);
        assertEquals(1, camera.count(Effect.Alarm.class));
        camera.take(new Input.Wanted());
        camera.ready();
        assertEquals(1, camera.count(Effect.AllClear.class));
    }
}
