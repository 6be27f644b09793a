package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.Tick;
import org.rnvr.detection.WatchedSession;

class TraceRecorderTest {

    @TempDir
    Path folder;

    @Test
    void sessionsAreRecordedEachToItsFile() throws IOException {
        try (TraceRecorder recorder = new TraceRecorder(folder.resolve("new"))) {
            assertEquals("trace-recorder", recorder.name());
            Detector front = recorder.watch(session("front", 1));
            Detector back = recorder.watch(session("back", 2));
            assertEquals(Assessment.HEALTHY, front.observe(new Tick(1)));
            assertEquals(Assessment.HEALTHY, back.observe(new Tick(2)));
            front.observe(new PathProbed(3, false, "Nothing answers."));
            front.close();
        }
        assertEquals(
                new TraceFile(
                        "front",
                        1,
                        0,
                        List.of(new Tick(1), new PathProbed(3, false, "Nothing answers.")),
                        OptionalLong.of(0)),
                TraceFile.read(folder.resolve("new/front-1.trace")));
        assertEquals(
                List.of(new Tick(2)),
                TraceFile.read(folder.resolve("new/back-2.trace")).observations());
    }

    @Test
    void sessionOfTheSameNumberOverwritesNothing() throws IOException {
        for (int run = 1; run <= 3; run++) {
            try (TraceRecorder recorder = new TraceRecorder(folder)) {
                recorder.watch(session("front", 1)).observe(new Tick(run));
            }
        }
        assertEquals(
                List.of(new Tick(1)),
                TraceFile.read(folder.resolve("front-1.trace")).observations());
        assertEquals(
                List.of(new Tick(3)),
                TraceFile.read(folder.resolve("front-1.3.trace")).observations());
    }

    @Test
    void whatDoesNotFitIsCounted() throws IOException {
        int shown = 200_000;
        try (TraceRecorder recorder = new TraceRecorder(folder, 2)) {
            Detector detector = recorder.watch(session("front", 1));
            for (int i = 0; i < shown; i++) {
                detector.observe(new Tick(i));
            }
            detector.close();
        }
        TraceFile file = TraceFile.read(folder.resolve("front-1.trace"));
        assertTrue(file.dropped().orElseThrow() > 0);
        assertEquals(shown, file.observations().size() + file.dropped().orElseThrow());
    }

    @Test
    void observationAfterTheEndIsHarmless() {
        TraceRecorder recorder = new TraceRecorder(folder);
        Detector detector = recorder.watch(session("front", 1));
        recorder.close();
        assertEquals(Assessment.HEALTHY, detector.observe(new Tick(1)));
        assertFalse(Files.exists(folder.resolve("front-1.trace")));
    }

    @Test
    void folderThatCannotBeWrittenHarmsNoDetector() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (TraceRecorder recorder = new TraceRecorder(file)) {
            Detector detector = recorder.watch(session("front", 1));
            assertEquals(Assessment.HEALTHY, detector.observe(new Tick(1)));
            assertEquals(Assessment.HEALTHY, detector.observe(new Tick(2)));
        }
        assertTrue(Files.isRegularFile(file));
    }

    @Test
    void recordingOfASimulationIsWhatWasShown() throws IOException {
        List<Observation> shown = new ArrayList<>();
        try (TraceRecorder recorder = new TraceRecorder(folder)) {
            StrategyRun.run(
                    Strategies.strategy(session -> {
                        Detector recording = recorder.watch(session);
                        return observation -> {
                            shown.add(observation);
                            return recording.observe(observation);
                        };
                    }),
                    TraceKind.CONSTANT.withAudio(),
                    Outages.none(),
                    Simulation.HOUR.lasting(Duration.ofMinutes(3)));
        }
        TraceFile file = TraceFile.read(folder.resolve("simulated-1.trace"));
        assertEquals(OptionalLong.of(0), file.dropped());
        assertEquals(shown, file.observations());
    }

    private static WatchedSession session(String camera, long number) {
        return new WatchedSession(camera, number, StreamingSettings.DEFAULT, 0);
    }
}
