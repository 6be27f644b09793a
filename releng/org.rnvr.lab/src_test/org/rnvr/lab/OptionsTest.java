package org.rnvr.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static final List<String> INSTALLED = List.of("rnvr", "rnvr-keepalive", "ffmpeg");

    @Test
    void everyScenarioOverBothTransportsIsTheDefault() throws UsageException {
        List<Experiment> experiments = parse().experiments();
        assertEquals(2 * Scenario.all().size(), experiments.size());
        assertEquals(INSTALLED, experiments.get(0).systems());
    }

    @Test
    void aChoiceIsDoneInItsOrder() throws UsageException {
        Options options = parse(
                "--scenario",
                "glitch,killed",
                "--transport",
                "udp",
                "--systems",
                "ffmpeg,rnvr",
                "--repeat",
                "7",
                "--cameras",
                "2",
                "--seed",
                "42",
                "--json",
                "out.json",
                "--keep",
                "kept",
                "--check");
        assertEquals(
                List.of("glitch-2", "glitch-2.5", "glitch-3", "killed"),
                options.experiments().stream()
                        .map(experiment -> experiment.scenario().name())
                        .toList());
        Experiment first = options.experiments().get(0);
        assertEquals(Transport.UDP, first.transport());
        assertEquals(List.of("ffmpeg", "rnvr"), first.systems());
        assertEquals(7, first.repeats());
        assertEquals(2, first.cameras());
        assertEquals(42, options.seed());
        assertEquals(Path.of("out.json"), options.json().orElseThrow());
        assertEquals(Path.of("kept"), options.keep().orElseThrow());
        assertTrue(options.check());
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, , unknown option --fast",
        "--seed, , --seed needs a value",
        "--repeat, many, '--repeat needs a whole number, not many'",
        "--repeat, 0, '--repeat takes a number from 1 to 1000, not 0'",
        "--scenario, flood, no scenario is named flood",
        "--systems, vlc, 'no recorder is named vlc; there are rnvr, rnvr-keepalive, ffmpeg'",
        "--transport, sctp, '--transport takes tcp, udp or both, not sctp'"
    })
    void wrongUsageIsSaid(String option, String value, String message) {
        String[] arguments = value == null ? new String[] {option} : new String[] {option, value};
        assertEquals(
                message,
                assertThrows(UsageException.class, () -> parse(arguments)).getMessage());
    }

    @Test
    void helpNamesEveryScenario() throws IOException {
        String command = Files.readString(Path.of(System.getProperty("rnvr.root"), "releng", "lab"));
        for (Scenario scenario : Scenario.all()) {
            assertTrue(command.contains(" " + scenario.name()), scenario.name());
        }
    }

    private static Options parse(String... arguments) throws UsageException {
        return Options.parse(List.of(arguments), INSTALLED);
    }
}
