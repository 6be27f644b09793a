package org.rnvr.monitor.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.TERMS;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.judgement;
import static org.rnvr.monitor.internal.connection.SimulatedConnection.terms;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.StandbySession;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Connecting;
import org.rnvr.event.Lost;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Recovered;
import org.rnvr.event.Stalled;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;

/** From suspicion over probes to a verdict, and the race between the suspected session and the one that is to replace it. */
class SuspicionTest {

    private static final Judgement SUSPECT = judgement("a", Grade.SUSPECT);
    private static final Judgement HEALTHY = judgement("a", Grade.HEALTHY);

    /** Silent for 350 ms and suspected just now. */
    private static SimulatedConnection suspected(Terms terms) {
        SimulatedConnection camera = SimulatedConnection.streaming(terms);
        camera.reply(Input.Reply.ANSWERED);
        long last = camera.millis();
        camera.silence(last, last + 300, HEALTHY);
        camera.silence(last, last + 350, SUSPECT);
        return camera;
    }

    private static long last(SimulatedConnection camera) {
        return camera.millis() - 350;
    }

    @Test
    void onSuspicionTheFileIsFlushedTheCameraAskedAndItsPathLookedAt() {
        SimulatedConnection camera = suspected(TERMS);
        assertEquals("FlushRecording LookAtPath Suspect", camera.story());
        assertFalse(camera.mayAskSession(), "nothing is sent into a cut");
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.count(Effect.AskSession.class));
        assertTrue(camera.mayAskSession());
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.count(Effect.AskSession.class), "once");
        assertEquals(350, camera.events(Suspect.class).get(0).silenceMs());
        assertEquals(1.5, camera.events(Suspect.class).get(0).level());
        assertEquals(ConnectionState.SUSPECT, camera.state());
        assertEquals("SUSPECT by a.", camera.status().text());
        assertEquals(OptionalLong.of(1), camera.activeSession());
    }

    @Test
    void cameraThatNeverAnsweredOnItsSessionIsNotAskedThere() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        camera.reply(Input.Reply.NONE);
        long last = camera.millis();
        camera.silence(last, last + 350, SUSPECT);
        camera.path(Reach.ANSWERED);
        assertEquals(0, camera.count(Effect.AskSession.class));
    }

    @Test
    void everyStrategyIsJournalledOnceAnEpisode() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.silence(last, last + 1000, SUSPECT, judgement("b", Grade.SUSPECT));
        assertEquals(2, camera.events(Suspect.class).size());
        camera.silence(last, last + 1100, HEALTHY, judgement("b", Grade.HEALTHY));
        assertEquals(ConnectionState.SUSPECT, camera.state(), "no video yet");
        camera.observe(camera.millis(), HEALTHY, judgement("b", Grade.SUSPECT));
        assertEquals(ConnectionState.SUSPECT, camera.state(), "one still suspects");
        camera.observe(camera.millis(), HEALTHY, judgement("b", Grade.HEALTHY));
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Recovered.class).size());
    }

    @Test
    void suspicionOfAStrategyThatWentEndsWithVideo() {
        SimulatedConnection camera = suspected(TERMS);
        camera.observe(last(camera));
        assertEquals(ConnectionState.SUSPECT, camera.state());
        camera.pass(50);
        camera.observe(camera.millis());
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void videoThatResumesFirstWinsAndTheStandbySessionIsClosed() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.path(Reach.ANSWERED);
        assertEquals(
                new Connecting(camera.at(), "cam1", 1, true),
                camera.events(Connecting.class).get(0));
        camera.silence(last, last + 600, SUSPECT);
        camera.ready();
        assertEquals(0, camera.count(Effect.Activate.class), "the old session may still deliver what was filmed");
        camera.silence(last, last + 900, SUSPECT);
        camera.effects.clear();
        camera.observe(last + 880, HEALTHY);
        assertEquals("Recovered CloseSession", camera.story());
        assertEquals(880, camera.events(Recovered.class).get(0).silenceMs());
        assertEquals(new Effect.CloseSession(2), camera.effects.get(1));
        assertEquals(OptionalLong.of(1), camera.activeSession());
        camera.streamFor(60_000);
        assertEquals("Recovered CloseSession", camera.story());
    }

    @ParameterizedTest
    @CsvSource({"TCP, 3800, 3900", "UDP, 1000, 1100"})
    void standbySessionThatIsReadyReplacesOneThatIsNotExpectedToResume(Transport transport, long least, long most) {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.ready(transport);
        camera.streamFor(15_000);
        long last = camera.millis();
        camera.silence(last, last + 350, SUSPECT);
        camera.path(Reach.ANSWERED);
        camera.silence(last, last + 700, SUSPECT);
        camera.effects.clear();
        camera.ready(transport);
        long firstFrame = camera.millis();
        while (camera.count(Effect.Activate.class) == 0) {
            camera.silence(last, camera.millis() + 50, SUSPECT);
            assertTrue(camera.millis() - last <= most, "still waiting after " + (camera.millis() - last));
        }
        assertTrue(camera.millis() - last >= least, "replaced after " + (camera.millis() - last));
        String story = camera.story();
        assertTrue(story.contains("Activate Streaming Reconnected CloseSession"), story);
        assertTrue(camera.effects.contains(new Effect.CloseSession(1)));
        assertEquals(firstFrame - last, camera.events(Reconnected.class).get(0).outageMs(), "nothing held is lost");
        assertEquals(2, camera.events(Streaming.class).get(0).session());
        assertEquals(OptionalLong.of(2), camera.activeSession());
    }

    @Test
    void whenBothSessionsHaveVideoAtTheSameTimeTheOldOneGoesOn() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.path(Reach.ANSWERED);
        camera.silence(last, last + 6000, SUSPECT);
        camera.ready();
        camera.silence(last, camera.millis() + 100, SUSPECT);
        assertEquals(0, camera.count(Effect.Activate.class));
        camera.observe(camera.millis() - 20, HEALTHY);
        assertEquals(1, camera.events(Recovered.class).size());
        camera.streamFor(1000);
        assertEquals(OptionalLong.of(1), camera.activeSession());
    }

    @Test
    void sessionThatTheCameraForgotIsReplacedAsSoonAsAnotherIsReady() {
        SimulatedConnection camera = suspected(TERMS);
        camera.reply(Input.Reply.SESSION_UNKNOWN);
        camera.path(Reach.ANSWERED);
        camera.pass(100);
        camera.ready();
        assertEquals(1, camera.count(Effect.Activate.class));
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void whenNothingAnswersTheCameraIsLostWithinTwoSecondsAndItsSessionKept() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.path(Reach.UNREACHABLE);
        while (camera.events(Lost.class).isEmpty()) {
            camera.silence(last, camera.millis() + 50, SUSPECT);
            camera.path(Reach.UNREACHABLE);
        }
        Lost lost = camera.events(Lost.class).get(0);
        assertTrue(lost.silenceMs() >= 1800 && lost.silenceMs() <= 1900, lost.toString());
        assertEquals("a", lost.strategy());
        assertEquals(ConnectionState.LOST, camera.state());
        assertEquals(OptionalLong.of(1), camera.activeSession());
        assertEquals(0, camera.count(Effect.CloseSession.class));
        assertEquals(0, camera.count(Effect.OpenSession.class), "no session into a cut");

        camera.effects.clear();
        camera.observe(last + 3050, HEALTHY);
        assertEquals("Recovered", camera.story());
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void cameraThatAnswersAndSendsNothingIsStalled() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.reply(Input.Reply.ANSWERED);
        camera.path(Reach.ANSWERED);
        camera.silence(last, last + 1900, SUSPECT);
        Stalled stalled = camera.events(Stalled.class).get(0);
        assertTrue(stalled.silenceMs() >= 1800 && stalled.silenceMs() <= 1900, stalled.toString());
        assertEquals(ConnectionState.STALLED, camera.state());
        assertEquals(0, camera.events(Lost.class).size());

        camera.silence(last, last + 9900, SUSPECT);
        assertEquals(0, camera.count(Effect.CloseSession.class), "it is given its time");
        camera.silence(last, last + 10_100, SUSPECT);
        assertEquals(new Effect.CloseSession(1), camera.effects.get(camera.effects.size() - 1));
        assertEquals(1, camera.count(Effect.OpenSession.class), "the session that is being set up goes on");
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(2, camera.events(Streaming.class).get(0).session());
    }

    @Test
    void lostSessionIsGivenUpWhenItsLastRetransmissionIsPast() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.silence(last, last + 6900, SUSPECT);
        assertEquals(0, camera.count(Effect.CloseSession.class));
        camera.silence(last, last + 7100, SUSPECT);
        assertEquals(1, camera.count(Effect.CloseSession.class));
        assertEquals(OptionalLong.empty(), camera.activeSession());
        assertEquals(1, camera.events(Lost.class).size());
        camera.path(Reach.ANSWERED);
        camera.pass(400);
        camera.ready();
        assertEquals(
                camera.millis() - last, camera.events(Reconnected.class).get(0).outageMs());
    }

    @Test
    void patienceOfAStrategyIsKept() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        Judgement patient =
                new Judgement("k", new Assessment(Grade.SUSPECT, 1, "Hm.", Set.of(), Duration.ofSeconds(5)));
        camera.silence(last, last + 4950, patient);
        assertEquals(0, camera.events(Lost.class).size());
        camera.silence(last, last + 5050, patient);
        assertEquals(1, camera.events(Lost.class).size());

        SimulatedConnection hurried = SimulatedConnection.streaming(TERMS);
        long before = hurried.millis();
        hurried.silence(before, before + 1900, patient, SUSPECT);
        assertEquals(1, hurried.events(Lost.class).size(), "the least patience counts");
    }

    @Test
    void lateSuspicionLeavesTimeToAnswer() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        camera.silence(last, last + 5000);
        camera.silence(last, last + 5900, SUSPECT);
        assertEquals(0, camera.events(Lost.class).size());
        camera.silence(last, last + 6100, SUSPECT);
        assertEquals(1, camera.events(Lost.class).size());
    }

    @Test
    void strategyThatHoldsTheSessionToBeDeadIsFollowedAtOnce() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        long last = camera.millis();
        camera.silence(last, last + 1000, HEALTHY, judgement("b", Grade.DEAD));
        Lost lost = camera.events(Lost.class).get(0);
        assertEquals("b", lost.strategy());
        assertEquals("DEAD by b.", lost.reason());
        assertTrue(lost.silenceMs() <= 100, lost.toString());
        assertEquals(OptionalLong.of(1), camera.activeSession());
    }

    @Test
    void deadSessionIsReplacedThoughVideoComes() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        Judgement dead = judgement("b", Grade.DEAD);
        camera.pass(50);
        camera.observe(camera.millis(), dead);
        camera.path(Reach.ANSWERED);
        for (int i = 0; i < 10; i++) {
            camera.pass(50);
            camera.observe(camera.millis(), dead);
        }
        camera.ready();
        assertEquals(0, camera.count(Effect.Activate.class), "a strategy may be one step behind");
        for (int i = 0; i < 15; i++) {
            camera.pass(50);
            if (camera.activeSession().equals(OptionalLong.of(1))) {
                camera.observe(camera.millis(), dead);
            }
        }
        assertEquals(1, camera.count(Effect.Activate.class));
        assertEquals(OptionalLong.of(2), camera.activeSession());
    }

    @Test
    void suspicionWhileVideoComesOpensNoSession() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        for (int i = 0; i < 400; i++) {
            camera.pass(50);
            camera.observe(camera.millis(), SUSPECT);
            camera.path(Reach.ANSWERED);
        }
        assertEquals(0, camera.count(Effect.OpenSession.class));
        assertEquals(
                0,
                camera.events(Lost.class).size() + camera.events(Stalled.class).size());
        assertEquals(1, camera.events(Suspect.class).size());
    }

    @Test
    void standbySessionThatIsReadyReplacesOneThatFails() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.path(Reach.ANSWERED);
        camera.silence(last, last + 700, SUSPECT);
        camera.ready();
        camera.effects.clear();
        camera.failActive(FailureKind.ENDED);
        assertEquals("Lost Activate Streaming Reconnected CloseSession", camera.story());
        assertEquals(OptionalLong.of(2), camera.activeSession());
    }

    @Test
    void standbySessionIsTakenAlongWhenTheSuspectedOneFails() {
        SimulatedConnection camera = suspected(TERMS);
        camera.path(Reach.UNREACHABLE);
        camera.passUntil(Effect.LookAtPath.class);
        camera.failActive(FailureKind.ENDED);
        assertEquals("pipeline", camera.events(Lost.class).get(0).strategy());
        camera.path(Reach.ANSWERED);
        camera.pass(200);
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
        assertEquals(1, camera.events(Reconnected.class).size());
    }

    @Test
    void sessionBegunBeforeACutIsBegunAnewAfterIt() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.count(Effect.OpenSession.class));
        camera.silence(last, last + 1400, SUSPECT);
        camera.path(Reach.UNREACHABLE);
        camera.silence(last, last + 5000, SUSPECT);
        assertEquals(1, camera.count(Effect.OpenSession.class));
        camera.path(Reach.ANSWERED);
        assertEquals(new Effect.CloseSession(2), camera.effects.get(camera.effects.size() - 3));
        assertEquals(2, camera.count(Effect.OpenSession.class));
        camera.pass(300);
        camera.ready();
        camera.pass(200);
        assertEquals(OptionalLong.of(3), camera.activeSession());
    }

    @Test
    void cameraThatRefusesASecondSessionGetsNoneBesideItsFirstAnyMore() {
        SimulatedConnection camera = suspected(TERMS);
        long last = last(camera);
        camera.path(Reach.ANSWERED);
        camera.fail(FailureKind.BUSY);
        assertEquals(OptionalLong.of(1), camera.activeSession());
        camera.observe(last + 500, HEALTHY);
        camera.streamFor(5000);
        camera.effects.clear();

        long again = camera.millis();
        camera.silence(again, again + 400, SUSPECT);
        camera.path(Reach.ANSWERED);
        camera.silence(again, again + 3700, SUSPECT);
        assertEquals(0, camera.count(Effect.OpenSession.class));
        assertEquals(1, camera.events(Stalled.class).size());
        camera.silence(again, again + 3900, SUSPECT);
        assertEquals(1, camera.count(Effect.CloseSession.class), "the old session goes first");
        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.ANSWERED);
        camera.pass(200);
        camera.ready();
        assertEquals(ConnectionState.STREAMING, camera.state());
    }

    @Test
    void oneSessionThatDiesWhileAnotherOpensIsNoProofTwoAre() {
        SimulatedConnection camera = suspected(TERMS);
        for (int i = 0; i < 2; i++) {
            assertEquals(i, camera.count(Effect.Activate.class));
            camera.path(Reach.ANSWERED);
            camera.failActive(FailureKind.ENDED);
            camera.pass(200);
            camera.ready();
            camera.streamFor(15_000);
            long last = camera.millis();
            camera.silence(last, last + 400, SUSPECT);
        }
        camera.effects.clear();
        camera.path(Reach.ANSWERED);
        assertEquals(0, camera.count(Effect.OpenSession.class));
    }

    @Test
    void cameraThatStartedAnewIsNotTakenForOneWithRoomForOneSession() {
        SimulatedConnection camera = SimulatedConnection.streaming(TERMS);
        for (int i = 0; i < 4; i++) {
            long last = camera.millis();
            camera.silence(last, last + 2500, SUSPECT);
            camera.path(Reach.ANSWERED);
            camera.failActive(FailureKind.ENDED);
            camera.pass(200);
            camera.ready();
            camera.streamFor(15_000);
        }
        long last = camera.millis();
        camera.silence(last, last + 400, SUSPECT);
        camera.effects.clear();
        camera.path(Reach.ANSWERED);
        assertEquals(1, camera.count(Effect.OpenSession.class), "beside the first");
    }

    @Test
    void keyForcesEitherWay() {
        SimulatedConnection instead = suspected(terms(true, 5, 5000, StandbySession.INSTEAD));
        instead.path(Reach.ANSWERED);
        assertEquals(0, instead.count(Effect.OpenSession.class));

        SimulatedConnection beside = suspected(terms(true, 5, 5000, StandbySession.BESIDE));
        beside.path(Reach.ANSWERED);
        beside.fail(FailureKind.BUSY);
        beside.passUntil(Effect.LookAtPath.class);
        beside.path(Reach.ANSWERED);
        assertEquals(2, beside.count(Effect.OpenSession.class));
    }

    @Test
    void withoutAutoReconnectNoSessionIsOpenedBesideTheSuspectedOne() {
        SimulatedConnection camera = suspected(terms(false, 5, 5000, StandbySession.AUTO));
        long last = last(camera);
        camera.path(Reach.ANSWERED);
        camera.silence(last, last + 60_000, SUSPECT);
        assertEquals(0, camera.count(Effect.OpenSession.class));
        assertEquals(1, camera.count(Effect.CloseSession.class));
        assertEquals(ConnectionState.LOST, camera.state());
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"TCP", "UDP"})
    void operatorIsToldOnlyOfWhatLasts(Transport transport) {
        SimulatedConnection camera = SimulatedConnection.opening(TERMS);
        camera.ready(transport);
        camera.streamFor(15_000);
        long last = camera.millis();
        camera.silence(last, last + 4900, SUSPECT);
        camera.observe(last + 4880, HEALTHY);
        assertEquals(0, camera.count(Effect.Alarm.class));
        camera.streamFor(5000);

        long again = camera.millis();
        camera.silence(again, again + 30_000, SUSPECT);
        assertEquals(1, camera.count(Effect.Alarm.class));
        Effect.Alarm alarm = (Effect.Alarm) camera.effects.stream()
                .filter(Effect.Alarm.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(SimulatedConnection.nanos(again), alarm.silentSinceNanos());
        camera.passUntil(Effect.LookAtPath.class);
        camera.path(Reach.ANSWERED);
        camera.ready(transport);
        assertEquals(1, camera.count(Effect.AllClear.class));
    }

    @Test
    void stopInTheMiddleClosesBothSessions() {
        SimulatedConnection camera = suspected(TERMS);
        camera.path(Reach.ANSWERED);
        camera.effects.clear();
        camera.take(new Input.Unwanted(StatusDetail.STOPPED));
        assertEquals("CloseSession CloseSession", camera.story());
        assertEquals(ConnectionState.DISCONNECTED, camera.state());
    }
}
