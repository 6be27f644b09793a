package org.rnvr.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void everyLineIsAsLongAsTheOthersAndHoldsItsFigures() {
        Sample sample = new Sample(
                "rnvr",
                "demo1",
                1,
                8000,
                OptionalDouble.of(412),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "frames",
                OptionalDouble.empty(),
                OptionalDouble.of(350),
                1,
                1,
                8300);
        Results results = new Results(
                Scenario.cut("cut-8", Duration.ofSeconds(8)),
                Transport.UDP,
                List.of(),
                List.of(sample),
                List.of(new Results.Files("rnvr", 2, List.of(List.of("broken")))),
                new MachineLoad(0, 0, Duration.ZERO));
        List<String> lines = new Table(List.of(results)).toString().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(1, lines.stream().map(String::length).distinct().count());
        String row = lines.get(2).replaceAll(" +", " ");
        assertTrue(row.startsWith("| cut-8 | udp | rnvr | 1 | 1 | 0.41 | 0.41 | 0.41 | 0 | - | - | 1 |"), row);
        assertTrue(row.endsWith("| 1 | 0.35 | 0.35 | 0.30 | 0.30 | 2 | 1 |"), row);
    }
}
