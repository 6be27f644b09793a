package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.slf4j.LoggerFactory;

/** A recorder that is killed loses little: a fragment of 500 ms and a group of pictures of 1 s at the most. */
@Timeout(120)
class PowerCutTest {

    private static final int FRAMES_PER_SECOND = 25;
    private static final int FRAMES_BEFORE_THE_CUT = 6 * FRAMES_PER_SECOND;
    private static final double MOST_LOST_SECONDS = 1.5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Container.class)
    void theFileOfAKilledRecorderPlays(Container container) throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        try (CameraProcess server = new CameraProcess("--audio", "aac")) {
            long received = recordAndKill(server.url(), container);
            MediaFile file = MediaFile.read(folder.resolve("1." + container.extension()));
            double lost = (received - file.video().size()) / (double) FRAMES_PER_SECOND;
            LoggerFactory.getLogger(getClass()).info("{}: {} s lost", container, lost);
            assertTrue(file.video().get(0).key());
            assertTrue(lost <= MOST_LOST_SECONDS, lost + " s lost");
        }
    }

    private long recordAndKill(String url, Container container) throws IOException {
        Process process = new ProcessBuilder(RecordingProcess.command(url, folder, container, Transport.TCP))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("recording over TCP", output.readLine());
            long received = 0;
            while (received < FRAMES_BEFORE_THE_CUT) {
                received = Long.parseLong(output.readLine());
            }
            return received;
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
