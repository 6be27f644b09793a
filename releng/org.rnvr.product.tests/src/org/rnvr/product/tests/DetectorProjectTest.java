package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.lab.fixture.Command;

/** What a third party does to begin with a detector of its own: makes a project, builds it, and publishes it in turn. */
@Isolated
class DetectorProjectTest {

    @Test
    void newDetectorIsAProjectThatBuilds(@TempDir Path folder) throws IOException {
        Path project = folder.resolve("mine");
        DetectorProject made = DetectorProject.made("com.acme.rnvr.silence", project);
        for (Path file : List.of(project.resolve("pom.xml"), project.resolve("feature/feature.xml"))) {
            assertTrue(!Files.readString(file).contains("reachability"), file::toString);
        }
        String said = made.build();
        assertTrue(said.contains("\nNo misbehaviour.\n"), said);
        onlyOne("com.acme.rnvr.silence_1\\.0\\.0\\.\\d+\\.jar", made.published("plugins"));
        onlyOne("com.acme.rnvr.silence.feature_1\\.0\\.0\\.\\d+\\.jar", made.published("features"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.one | an ID and a FOLDER are needed",
                "Silence mine | the ID Silence is no name of a Java package; allowed is one as com.acme.silence",
                "com.acme.one / | / is not empty",
                "com.acme.one mine --fast | unknown option --fast; the only one is --repository",
                "com.acme.one mine --repository /nowhere | /nowhere holds no p2 repository",
            })
    void wrongUsageOfNewDetectorIsExplained(String line, String message) {
        List<String> words = new ArrayList<>();
        words.add(DetectorProject.ROOT.resolve("releng/new-detector").toString());
        words.addAll(List.of(line.split(" ")));
        Command command = Command.run(Duration.ofSeconds(60), words);
        assertEquals(2, command.exitCode());
        assertEquals(
                "releng/new-detector: " + message,
                command.output().lines().findFirst().orElseThrow());
    }

    private static String onlyOne(String pattern, List<String> names) {
        assertEquals(1, names.size(), names::toString);
        assertTrue(names.get(0).matches(pattern), names::toString);
        return names.get(0);
    }
}
