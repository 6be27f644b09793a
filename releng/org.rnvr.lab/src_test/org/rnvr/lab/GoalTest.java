package org.rnvr.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GoalTest {

    private static final Scenario GLITCH = Scenario.glitch("glitch-3", Duration.ofSeconds(3));

    @Test
    void oneSampleThatIsNeverNoticedMissesTheGoals() {
        Scenario cut = Scenario.cut("cut-8", Duration.ofSeconds(8));
        Goal most = Goal.of(summary(cut, Transport.TCP, sample("rnvr", 400, 0), sample("rnvr", -1, 0)))
                .get(1);
        assertEquals(new Goal("suspect max <= 1.0 s", "0.40 s, 1 never", false), most);
    }

    @Test
    void timesWithinTheirLimitReachTheGoals() {
        Scenario cut = Scenario.cut("cut-8", Duration.ofSeconds(8));
        List<Goal> goals = Goal.of(summary(cut, Transport.UDP, sample("rnvr", 400, 1)));
        assertEquals(new Goal("suspect p50 <= 0.5 s", "0.40 s", true), goals.get(0));
        assertEquals(new Goal("suspect max <= 1.0 s", "0.40 s", true), goals.get(1));
    }

    @Test
    void aSessionThatIsReplacedInAGlitchMissesTheGoal() {
        assertEquals("0 of 1", glitch(Transport.UDP, sample("rnvr", 400, 1), sample("rtspsrc", -1, 0, 5000)));
    }

    @Test
    void aSessionThatIsReplacedBeforeTcpWouldHaveResumedIsRight() {
        assertEquals("1 of 1", glitch(Transport.TCP, sample("rnvr", 400, 1), sample("rtspsrc", -1, 0, 5000)));
        assertEquals("0 of 1", glitch(Transport.TCP, sample("rnvr", 400, 1), sample("rtspsrc", -1, 0, 50)));
    }

    private static String glitch(Transport transport, Sample product, Sample bare) {
        Results results = new Results(
                GLITCH,
                transport,
                List.of(),
                List.of(product, bare),
                List.of(new Results.Files("rnvr", 1, List.of()), new Results.Files("rtspsrc", 1, List.of())),
                new MachineLoad(0, 0, Duration.ZERO));
        return Goal.of(results.summaries().get(0)).get(0).actual();
    }

    private static Summary summary(Scenario scenario, Transport transport, Sample... samples) {
        return new Results(
                        scenario,
                        transport,
                        List.of(),
                        List.of(samples),
                        List.of(new Results.Files("rnvr", 1, List.of())),
                        new MachineLoad(0, 0, Duration.ZERO))
                .summaries()
                .get(0);
    }

    private static Sample sample(String system, double noticedMs, int sessions) {
        return sample(system, noticedMs, sessions, 100);
    }

    private static Sample sample(String system, double noticedMs, int sessions, double backMs) {
        return new Sample(
                system,
                "demo1",
                1,
                3000,
                noticedMs < 0 ? OptionalDouble.empty() : OptionalDouble.of(noticedMs),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "",
                OptionalDouble.empty(),
                OptionalDouble.of(backMs),
                sessions,
                sessions,
                3000);
    }
}
