package org.rnvr.lab.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.detection.testkit.CheckReport;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.StrategyCheck;
import org.rnvr.detection.testkit.TraceKind;
import org.rnvr.lab.UsageException;

/** What is asked of a third party's strategy is asked of RNVR's own; the memory that is kept is that of the whole process. */
@Isolated
class InstalledStrategiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "buffering", "frames", "keepalive"})
    void strategyKeepsTheContract(String name) throws UsageException {
        CheckReport report = StrategyCheck.run(
                StrategySet.named(name).strategies().get(0),
                List.of(TraceKind.TCP_LOSS),
                Outages.typical(),
                Simulation.HOUR,
                Duration.ofSeconds(10));
        assertEquals(List.of(), report.misbehaviour(), report::text);
        assertEquals(name, report.strategy());
    }
}
