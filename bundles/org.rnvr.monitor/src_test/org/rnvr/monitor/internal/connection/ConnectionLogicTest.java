package org.rnvr.monitor.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.TERMS;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.judgement;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Connecting;
import org.rnvr.event.Lost;
import org.rnvr.event.Offline;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Reconnecting;
import org.rnvr.event.Recovered;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.event.Warning;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.SessionFailure;

class ConnectionLogicTest {

    private static Terms terms(boolean autoReconnect, int maxAttempts, long longestWaitMs) {
        return new Terms(
                "cam1", "Gate", autoReconnect, maxAttempts, Duration.ofMillis(longestWaitMs), Duration.ofSeconds(20));
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
        assertEquals(new Effect.CloseSession(1), camera.effects.get(2));
        assertEquals(ConnectionState.RECONNECTING, camera.state());
        assertEquals(StatusDetail.COMMUNICATION_ERROR, camera.status().detail());
        assertEquals(2, camera.events(Reconnecting.class).get(0).attempt());
    }

    @Test
    void suspicionIsJournalledOnceAStrategyAndEndsWithMedia() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        camera.pass(1000);
        for (int i = 0; i < 5; i++) {
            camera.pass(50);
            camera.observe(last, judgement("a", Grade.SUSPECT), judgement("b", Grade.HEALTHY));
        }
        camera.observe(last, judgement("a", Grade.SUSPECT), judgement("b", Grade.SUSPECT));
        assertEquals(ConnectionState.SUSPECT, camera.state());
        assertEquals("SUSPECT by a.", camera.status().text());
        assertEquals("Suspect Suspect", camera.story());
        Suspect first = camera.events(Suspect.class).get(0);
        assertEquals(1050, first.silenceMs());
        assertEquals(1.5, first.level());

        camera.observe(last, judgement("a", Grade.HEALTHY), judgement("b", Grade.HEALTHY));
        assertEquals(ConnectionState.SUSPECT, camera.state(), "no media yet");

        camera.pass(250);
        camera.observe(last + 1400, judgement("a", Grade.HEALTHY), judgement("b", Grade.SUSPECT));
        assertEquals(ConnectionState.SUSPECT, camera.state(), "one still suspects");
        camera.pass(200);
        camera.observe(last + 1700, judgement("a", Grade.HEALTHY), judgement("b", Grade.HEALTHY));
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals("", camera.status().text());
        assertEquals(1400, camera.events(Recovered.class).get(0).silenceMs());
        assertEquals(0, camera.count(Effect.CloseSession.class));
    }

    @Test
    void suspicionOfAStrategyThatWentEndsWithMedia() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        camera.pass(1000);
        camera.observe(last, judgement("a", Grade.SUSPECT));
        camera.observe(last);
        assertEquals(ConnectionState.SUSPECT, camera.state());
        camera.pass(50);
        camera.observe(camera.millis());
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void deadSessionIsGivenUpAndReplaced() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        camera.pass(6000);
        camera.observe(last, judgement("a", Grade.HEALTHY), judgement("b", Grade.DEAD));
        assertEquals("Lost CloseSession Reconnecting", camera.story());
        assertEquals(
                new Lost(camera.at(), "cam1", "b", 6000, "DEAD by b."),
                camera.events(Lost.class).get(0));
        assertEquals(ConnectionState.LOST, camera.state());
        assertEquals("DEAD by b.", camera.status().text());
        assertEquals(OptionalLong.empty(), camera.activeSession());

        long wait = camera.passUntil(Effect.LookAtPath.class);
        assertTrue(wait >= 125 && wait <= 300, "waited " + wait);
        assertEquals(ConnectionState.RECONNECTING, camera.state());
        assertEquals(0, camera.count(Effect.OpenSession.class), "looks first");
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.events(Connecting.class).get(0).attempt());
        camera.pass(700);
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        Reconnected reconnected = camera.events(Reconnected.class).get(0);
        assertEquals(camera.millis() - last, reconnected.outageMs());
        assertEquals(2, reconnected.session());
        assertEquals("Activate Streaming Reconnected", tail(camera.story(), 3));
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

    @Test
    void eventsOfSessionsLeftAreIgnored() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.fail(FailureKind.ENDED);
        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.ANSWERED);
        camera.effects.clear();
        camera.take(new Input.SessionReady(camera.at(), 1, SimulatedConnection.MEDIA));
        camera.take(new Input.SessionFailed(1, new SessionFailure(FailureKind.ENDED, "old")));
        camera.take(new Input.Observed(1, 0, 0, List.of(judgement("a", Grade.DEAD))));
        camera.path(Reach.UNREACHABLE);
        assertEquals("", camera.story());
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void unreachableCameraIsLookedForAndNoSessionOpened() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.fail(FailureKind.ENDED);
        for (int i = 0; i < 4; i++) {
            camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.UNREACHABLE);
        }
        assertEquals(0, camera.count(Effect.OpenSession.class));
        assertEquals("Path is UNREACHABLE.", camera.status().text());
        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.UNCERTAIN);
        assertEquals(1, camera.count(Effect.OpenSession.class), "only a session can tell");
    }

    @Test
    void lookWithoutResultGivesWayToASession() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.fail(FailureKind.ENDED);
        camera.passUntil(Effect.LookAtPath.class);
        assertEquals(ConnectionLogic.LOOK_LIMIT.toMillis(), camera.passUntil(Effect.OpenSession.class));
    }

    @Test
    void waitsDoubleUpToTheBoundWithJitter() {
        Set<Long> seen = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            SimulatedConnection camera = new SimulatedConnection(terms(true, 0, 5000), seed);
            camera.take(new Input.PipelineOpened());
            camera.take(new Input.Wanted());
            camera.fail(FailureKind.REFUSED);
            for (int attempt = 2; attempt <= 12; attempt++) {
                camera.passUntil(Effect.LookAtPath.class);
                camera.path(Reach.UNREACHABLE);
            }
            List<Reconnecting> waits = camera.events(Reconnecting.class);
            for (int i = 0; i < waits.size(); i++) {
                long full = Math.min(5000, 250L << (i + 1));
                long wait = waits.get(i).nextMs();
                assertEquals(i + 2, waits.get(i).attempt());
                assertTrue(wait >= full / 2 && wait <= full, "attempt " + (i + 2) + " waits " + wait);
                seen.add(wait);
            }
        }
        assertTrue(seen.size() > 200, "cameras do not fall into step");
    }

    @Test
    void longestWaitOfZeroMeansTheShortest() {
        SimulatedConnection camera = SimulatedConnection.opening(terms(true, 0, 0));
        camera.fail(FailureKind.REFUSED);
        for (int attempt = 0; attempt < 10; attempt++) {
            assertTrue(camera.passUntil(Effect.LookAtPath.class) <= 300);
            camera.path(Reach.UNREACHABLE);
        }
    }

    @Test
    void cameraIsOfflineAfterItsAttemptsAndTriedForEver() {
        SimulatedConnection camera = SimulatedConnection.streaming(terms(true, 5, 5000));
        camera.fail(FailureKind.ENDED);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertFalse(camera.state() == ConnectionState.OFFLINE);
            camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.UNREACHABLE);
        }
        assertEquals(ConnectionState.OFFLINE, camera.state());
        assertEquals(5, camera.events(Offline.class).get(0).attempts());
        for (int attempt = 6; attempt <= 2000; attempt++) {
            long wait = camera.passUntil(Effect.LookAtPath.class);
            assertTrue(wait >= 5000 && wait <= 6050, "slow pace " + wait);
            assertEquals(ConnectionState.OFFLINE, camera.state());
            camera.path(Reach.UNREACHABLE);
        }
        assertEquals(1, camera.events(Offline.class).size());
        assertTrue(camera.events(Reconnecting.class).size() < 16, "the journal is not flooded");

        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.ANSWERED);
        assertEquals(2001, camera.events(Connecting.class).get(0).attempt(), "its return is journalled");
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Reconnected.class).size());
    }

    @Test
    void noLimitMeansNeverOfflineAndNoFloodEither() {
        SimulatedConnection camera = SimulatedConnection.opening(terms(true, 0, 1000));
        camera.fail(FailureKind.REFUSED);
        for (int attempt = 0; attempt < 1000; attempt++) {
            camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.UNREACHABLE);
        }
        assertEquals(ConnectionState.RECONNECTING, camera.state());
        assertEquals(0, camera.events(Offline.class).size());
        assertTrue(camera.events(Reconnecting.class).size() < 25);
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
    void flappingCameraIsSlowedDownUntilASessionHolds() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long wait = 0;
        for (int i = 0; i < 8; i++) {
            camera.fail(FailureKind.ENDED);
            assertEquals(1, camera.events(Reconnecting.class).get(i).attempt());
            wait = camera.passUntil(Effect.LookAtPath.class);
            camera.path(Reach.ANSWERED);
            camera.pass(200);
            camera.ready();
            camera.pass(500);
        }
        assertTrue(wait >= 2500, "waited " + wait);
        camera.pass(10_000);
        camera.fail(FailureKind.ENDED);
        assertTrue(camera.passUntil(Effect.LookAtPath.class) <= 300);
    }

    @Test
    void withoutAutoReconnectALossLastsUntilConnect() {
        SimulatedConnection camera = SimulatedConnection.streaming(terms(false, 5, 5000));
        camera.fail(FailureKind.ENDED);
        camera.pass(600_000);
        assertEquals(ConnectionState.LOST, camera.state());
        assertEquals("Lost CloseSession", camera.story());
        camera.take(new Input.Wanted());
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Reconnected.class).size());
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
        camera.take(new Input.TermsChanged(new Terms("cam1", "Yard", false, 1, Duration.ZERO, Duration.ofSeconds(1))));
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
    void quietConnectionWantsNothingDone() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        for (int i = 0; i < 1000; i++) {
            camera.pass(50);
            camera.observe(camera.millis(), judgement("a", Grade.HEALTHY));
        }
        assertEquals("", camera.story());
        assertEquals(List.of(), camera.statuses);
    }

    private static String tail(String story, int count) {
        List<String> words = List.of(story.split(" "));
        return String.join(" ", words.subList(words.size() - count, words.size()));
    }
}
