package com.example.rnvr.reachability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.rnvr.reachability.Hosts.Answer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.Tick;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.Probe;

class ReachabilityDetectorTest {

    private Answer answer = Answer.ANSWERED;
    private final ReachabilityDetector detector = new ReachabilityDetector(() -> () -> answer, 0);
    private long millis;

    @Test
    void tellsThatTheHostIsGone() {
        stream(1000);
        answer = Answer.UNANSWERED;
        Assessment assessment = silence(1000);
        assertEquals(Grade.SUSPECT, assessment.grade());
        assertEquals("The camera's host answers no echo request; no media for 1.0 s.", assessment.reason());
        assertEquals(Grade.DEAD, silence(3000).grade());
    }

    @Test
    void hostThatNeverAnsweredIsNotHeldToIt() {
        answer = Answer.UNANSWERED;
        stream(1000);
        assertEquals(Grade.HEALTHY, silence(1000).grade());
    }

    @Test
    void tellsThatTheServerIsGone() {
        stream(1000);
        assertEquals(Set.of(), silence(250).probes());
        assertEquals(Set.of(Probe.FRESH_CONNECTION), silence(50).probes());
        detector.observe(new PathProbed(millis * 1_000_000, false, "Connection refused."));
        Assessment assessment = silence(100);
        assertEquals(Grade.SUSPECT, assessment.grade());
        assertEquals("The camera's RTSP server answers no connection; no media for 0.4 s.", assessment.reason());
    }

    @Test
    void tellsThatOnlyMediaAreGone() {
        stream(1000);
        Assessment assessment = silence(2000);
        assertEquals(Grade.SUSPECT, assessment.grade());
        assertEquals("The camera can be reached, but no media for 2.0 s.", assessment.reason());
        assertEquals(Grade.DEAD, silence(3000).grade());
        assertEquals(Grade.HEALTHY, stream(40).grade());
    }

    private Assessment stream(long length) {
        Assessment last = Assessment.HEALTHY;
        for (long end = millis + length; millis < end; ) {
            millis += 40;
            long nanos = millis * 1_000_000;
            last = detector.observe(new MediaArrived(nanos, Track.VIDEO, 1, 0, 9000, nanos, 40_000_000, nanos));
        }
        return last;
    }

    private Assessment silence(long length) {
        Assessment last = Assessment.HEALTHY;
        for (long end = millis + length; millis < end; ) {
            millis += 50;
            last = detector.observe(new Tick(millis * 1_000_000));
        }
        return last;
    }
}
