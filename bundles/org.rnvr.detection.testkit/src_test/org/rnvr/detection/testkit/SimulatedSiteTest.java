package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.testkit.Outage.Kind;
import org.rnvr.detection.testkit.SimulatedSite.Look;
import org.rnvr.pipeline.ReplyOutcome;

class SimulatedSiteTest {

    private static final long MILLI = 1_000_000;

    @Test
    void aSessionIsReadyWithItsFirstKeyFrame() {
        SimulatedSite site = site(TraceKind.CONSTANT);
        SimulatedSession session = site.open();
        site.advanceTo(49 * MILLI);
        assertFalse(session.isReady());
        advance(site, 2500);
        assertTrue(session.isReady());
        MediaArrived media = session.takeVideo(site.nanos());
        assertEquals((site.nanos() - session.readyNanos()) / 40e6, media.frames(), 2);
        assertTrue(media.keyFrames() >= 1);
        assertFalse(session.hasVideo());
    }

    @Test
    void whatTcpHeldBackComesWithTheRetransmissionOnTheOldSessionOnly() {
        SimulatedSite site =
                site(TraceKind.CONSTANT, Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(2), Kind.CUT));
        SimulatedSession old = site.open();
        advance(site, 10_500);
        old.takeVideo(site.nanos());
        assertEquals(Kind.CUT, site.lastOutage().kind());
        Look down = site.look();
        assertFalse(down.answered());
        assertTrue(down.endNanos() >= site.machineNanos() + 1000 * MILLI);
        advance(site, 12_050);
        assertFalse(old.hasVideo());
        assertTrue(site.look().answered());
        SimulatedSession fresh = site.open();
        advance(site, 13_200);
        MediaArrived resumed = old.takeVideo(site.nanos());
        assertTrue(resumed.frames() >= 75, resumed.toString());
        assertTrue(resumed.longestGapNanos() >= 2900 * MILLI, resumed.toString());
        advance(site, 14_500);
        assertTrue(fresh.isReady());
        assertTrue(fresh.readyNanos() >= 12_100 * MILLI);
    }

    @Test
    void aRequestForASessionIsRepeatedAfterASecondAndThreeAndSeven() {
        SimulatedSite site =
                site(TraceKind.CONSTANT, Outage.at(Duration.ofSeconds(1), Duration.ofSeconds(4), Kind.CUT));
        advance(site, 1100);
        SimulatedSession session = site.open();
        advance(site, 8000);
        assertFalse(session.isReady());
        advance(site, 10_500);
        assertTrue(session.readyNanos() >= 8150 * MILLI);
    }

    @Test
    void aCameraThatPausesAnswers() {
        SimulatedSite site =
                site(TraceKind.CONSTANT, Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(5), Kind.MEDIA_PAUSED));
        SimulatedSession session = site.open();
        advance(site, 10_200);
        session.takeVideo(site.nanos());
        advance(site, 14_900);
        assertFalse(session.hasVideo());
        assertTrue(site.look().answered());
        assertEquals(ReplyOutcome.ANSWERED, site.request(session).outcome());
        advance(site, 15_100);
        assertTrue(session.hasVideo());
    }

    @Test
    void sessionsDoNotOutliveARebootNorACutBeyondTheirTimeout() {
        for (Outage outage : new Outage[] {
            Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(61), Kind.CUT),
            Outage.at(Duration.ofSeconds(10), Duration.ofSeconds(61), Kind.REBOOT)
        }) {
            SimulatedSite site = site(TraceKind.CONSTANT, outage);
            SimulatedSession session = site.open();
            advance(site, 10_200);
            assertTrue(session.isReady());
            session.takeVideo(site.nanos());
            assertEquals(ReplyOutcome.TIMED_OUT, site.request(session).outcome());
            advance(site, 90_000);
            assertFalse(session.hasVideo());
            assertEquals(ReplyOutcome.FAILED, site.request(session).outcome());
            SimulatedSession fresh = site.open();
            advance(site, 93_000);
            assertTrue(fresh.isReady());
        }
    }

    @Test
    void theTimeShownLeavesStandstillsOut() {
        SimulatedSite site = site(TraceKind.VM_PAUSE);
        long most = 0;
        while (site.machineNanos() < Duration.ofHours(1).toNanos()) {
            long before = site.nanos();
            site.advanceTo(site.machineNanos() + 50 * MILLI);
            most = Math.max(most, site.nanos() - before);
        }
        assertTrue(most <= 150 * MILLI, "longest step " + most);
        assertTrue(site.nanos() < site.machineNanos());
    }

    private static SimulatedSite site(TraceKind kind, Outage... outages) {
        return new SimulatedSite(kind, Outages.of(outages), Simulation.HOUR);
    }

    private static void advance(SimulatedSite site, long millis) {
        while (site.machineNanos() < millis * MILLI) {
            site.advanceTo(Math.min(millis * MILLI, site.machineNanos() + 50 * MILLI));
        }
    }
}
