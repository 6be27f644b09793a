package org.rnvr.democamera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** How long the cameras take, and whether live ones keep up: alone, as encoders beside them would be measured too. */
@Timeout(90)
@Isolated
class DemoCameraTimeTest {

    @Test
    void clipsComeInTimeAndWithoutASeam() throws IOException, InterruptedException {
        try (CameraProcess process = CameraProcess.startSmall("--mode", "clip");
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            client.play();
            client.receive(1000);
            long before = System.nanoTime();
            client.awaitFrames(125);
            double seconds = (System.nanoTime() - before) / 1e9;
            client.assertSteady(CameraProcess.CLIP_HOLE_SECONDS);
            assertTrue(seconds > 3 && seconds < 8, "125 frames came in " + seconds + " s");
            assertTrue(client.timestampsRise());
        }
    }

    @Test
    void liveH264WithMuLawOverUdp() throws IOException, InterruptedException {
        DemoCameraProcessTest.assertPlays(2, "udp", "h264", "pcm_mulaw", "--mode", "live", "--audio", "pcmu");
    }

    @Test
    void liveH265OverTcp() throws IOException, InterruptedException {
        DemoCameraProcessTest.assertPlays(2, "tcp", "hevc", "", "--mode", "live", "--codec", "h265");
    }

    @Test
    void aSignalEndsItAtOnce() throws IOException, InterruptedException {
        double alone;
        try (CameraProcess process = CameraProcess.startSmall("--mode", "clip")) {
            process.awaitReady();
            alone = secondsToEnd(process);
        }
        try (CameraProcess process = CameraProcess.startSmall("--mode", "clip");
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            client.play();
            double watched = secondsToEnd(process);
            assertTrue(
                    watched < alone + 1, "ended in " + watched + " s, and in " + alone + " s with nobody to wait for");
        }
    }

    private static double secondsToEnd(CameraProcess process) throws InterruptedException {
        long before = System.nanoTime();
        process.terminate();
        assertEquals(0, process.awaitExit());
        return (System.nanoTime() - before) / 1e9;
    }
}
