package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** What the product's script does with its options. */
class CommandLineTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void helpNamesEveryOption() {
        Command help = rnvr("--help");
        assertEquals(0, help.exitCode());
        for (String option : List.of(
                "--config",
                "--data",
                "--headless",
                "--language",
                "--demo-cameras",
                "--trace",
                "--check-config",
                "--import",
                "--list",
                "--install",
                "--update",
                "--remove",
                "--revert",
                "--help",
                "--version")) {
            assertTrue(help.output().contains(option), help.output());
        }
    }

    @Test
    void versionIsThatOfTheProduct() {
        Command version = rnvr("--version");
        assertEquals(0, version.exitCode());
        assertTrue(version.output().matches("RNVR \\d+\\.\\d+\\.\\d+\\S*\\n"), version.output());
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, unknown option --fast",
        "--config, --config needs a value",
        "--demo-cameras=0, unknown option --demo-cameras=0",
        "--install, --install needs a value"
    })
    void wrongUsageIsSaidInOneLineAndIsExitCode2(String option, String message) {
        Command wrong = rnvr(option);
        assertEquals(2, wrong.exitCode());
        assertEquals("rnvr: " + message, wrong.output().lines().findFirst().orElseThrow());
    }

    @Test
    void aLanguageThatItDoesNotSpeakIsWrongUsage() {
        Command wrong = rnvr("--language", "de");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.output().startsWith("rnvr: --language takes en or ko, not de\n"), wrong.output());
    }

    @Test
    void itSpeaksTheLanguageThatIsAskedFor() {
        Path data = Product.folder("language");
        String file = new SiteConfiguration().write(data.resolve("other.json")).toString();
        String korean = rnvr("--language", "ko", "--import", file, "--dry-run", "--data", data.toString())
                .output();
        assertTrue(korean.contains("바뀌는 것이 없습니다"), korean);
        String english = rnvr("--import", file, "--dry-run", "--data", data.toString(), "--language", "en")
                .output();
        assertTrue(english.matches("\\p{ASCII}+"), english);
    }

    @Test
    void aNumberOfDemoCamerasOutOfRangeIsWrongUsage() {
        Command wrong = rnvr("--demo-cameras", "65");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.output().startsWith("rnvr: --demo-cameras takes a number from 1 to 64, not 65"));
    }

    @Test
    void aMissingConfigurationIsOneMessageAndExitCode1() {
        Command missing = rnvr("--headless", "--config", "/nowhere/IT_RNVR.json");
        assertEquals(1, missing.exitCode());
        assertEquals("rnvr: the configuration file /nowhere/IT_RNVR.json does not exist\n", missing.output());
    }

    @Test
    void aSecondRecorderOnTheSameDataIsRefused() {
        Path data = Product.folder("twice");
        Path configuration = new SiteConfiguration().write(data.resolve("IT_RNVR.json"));
        try (RunningRecorder first = RunningRecorder.start(data, configuration)) {
            Await.value("the first recorder's start", LIMIT, () -> first.journal().all("started").stream()
                    .findFirst());
            Command second = rnvr("--headless", "--data", data.toString(), "--config", configuration.toString());
            assertEquals(1, second.exitCode(), second.output());
            assertTrue(second.output().contains("Another RNVR is running with the data folder " + data));
        }
    }

    @Test
    void theTerminalSaysWhereRecordingsGoAndWhatHappens() {
        Path data = Product.folder("terminal");
        try (CameraProcess camera = CameraProcess.small(1);
                RunningRecorder recorder = RunningRecorder.start(
                        data,
                        new SiteConfiguration()
                                .camera("front", camera.url("demo1"))
                                .write(data.resolve("IT_RNVR.json")))) {
            recorder.journal().await("recording_started", "front", 1, LIMIT);
            assertEquals(0, recorder.end("TERM").exitCode());
            String terminal = recorder.terminal();
            assertTrue(terminal.contains("recordings go to " + data.resolve("recordings")), terminal);
            assertTrue(terminal.contains("front: streaming h264 320x240 over tcp"), terminal);
            assertTrue(terminal.contains("front: recording to " + data.resolve("recordings/front")), terminal);
        }
    }

    @Test
    void checkConfigPrintsEachProblemAndLeavesTheFileAlone() throws IOException {
        Path folder = Product.folder("check");
        Path good =
                new SiteConfiguration().camera("front", "rtsp://127.0.0.1/1").write(folder.resolve("good.json"));
        assertEquals(new Command(0, ""), rnvr("--check-config", good.toString()));

        Path bad = new SiteConfiguration()
                .camera("front", "rtsp://admin:pa@ss@127.0.0.1/1")
                .camera("front", "http://127.0.0.1/1")
                .set("streaming", "latency_ms", 5001)
                .set("recording", "file_format", "avi")
                .write(folder.resolve("bad.json"));
        String before = Files.readString(bad);
        Command check = rnvr("--check-config", bad.toString());
        assertEquals(1, check.exitCode(), check.output());
        for (String path : List.of("streaming.latency_ms: ", "recording.file_format: ", "cameras[1].")) {
            assertTrue(check.output().lines().anyMatch(line -> line.startsWith(path)), check.output());
        }
        assertTrue(!check.output().contains("pa@ss"), check.output());
        assertEquals(before, Files.readString(bad));

        Path torn = Files.writeString(folder.resolve("torn.json"), "{\n  \"cameras\": [\n");
        assertEquals(2, rnvr("--check-config", torn.toString()).exitCode());
        assertEquals(
                2,
                rnvr("--check-config", folder.resolve("none.json").toString()).exitCode());
    }

    @Test
    void importTellsWhatChangesAndTakesItOver() throws IOException {
        Path data = Product.folder("import");
        Path other = new SiteConfiguration()
                .camera("front", "rtsp://admin:pa@ss@127.0.0.1/1")
                .set("streaming", "latency_ms", 250)
                .set("recording", "file_format", "avi")
                .write(data.resolve("other.json"));
        Path configuration = data.resolve("IT_RNVR.json");
        String[] options = {"--import", other.toString(), "--data", data.toString()};
        Command plan = rnvr(options[0], options[1], options[2], options[3], "--dry-run");
        assertEquals(1, plan.exitCode(), plan.output());
        assertTrue(plan.output().contains("streaming.latency_ms: 100 -> 250\n"), plan.output());
        assertTrue(plan.output().contains("left behind: recording.file_format: "), plan.output());
        assertTrue(Files.notExists(configuration));

        Command done = rnvr(options);
        assertEquals(1, done.exitCode(), done.output());
        String written = Files.readString(configuration);
        assertTrue(
                written.contains("250")
                        && !written.contains("pa@ss")
                        && !done.output().contains("pa@ss"),
                written);
        assertTrue(Files.exists(data.resolve("secrets").resolve("secure_storage")));
        assertEquals(2, rnvr("--import", data.resolve("none.json").toString()).exitCode());
        assertEquals(2, rnvr("--dry-run").exitCode());
    }

    private static Command rnvr(String... options) {
        return Command.run(LIMIT, Product.command(options));
    }
}
