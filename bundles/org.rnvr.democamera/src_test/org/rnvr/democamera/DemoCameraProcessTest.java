package org.rnvr.democamera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cameras as their users see them: a process, its lines, and its streams. */
@Timeout(90)
class DemoCameraProcessTest {

    private static final List<String> SMALL =
            List.of("--port", "0", "--width", "320", "--height", "240", "--bitrate-kbps", "500", "--exit-on-stdin-eof");

    @Test
    void everyCameraHasItsLine() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip", "--cameras", "3")) {
            List<URI> cameras = process.awaitReady();
            assertEquals(
                    List.of("/demo1", "/demo2", "/demo3"),
                    cameras.stream().map(URI::getPath).toList());
            try (RtspClient client = new RtspClient(cameras.get(2))) {
                assertEquals(200, client.request("DESCRIBE").status());
            }
        }
    }

    @Test
    void clipsComeInTimeAndWithoutASeam() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip");
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            client.play();
            client.receive(1000);
            long before = System.nanoTime();
            client.awaitFrames(125);
            double seconds = (System.nanoTime() - before) / 1e9;
            assertEquals(124 / 25.0, client.mediaSeconds(), 0.1, "25 frames a second");
            assertTrue(seconds > 3 && seconds < 8, "125 frames came in " + seconds + " s");
            assertTrue(client.timestampsRise());
        }
    }

    @Test
    void h264ClipWithAacOverTcp() throws IOException, InterruptedException {
        assertPlays("tcp", "h264", "aac", "--mode", "clip", "--audio", "aac");
    }

    @Test
    void h265ClipWithALawOverUdp() throws IOException, InterruptedException {
        assertPlays("udp", "hevc", "pcm_alaw", "--mode", "clip", "--codec", "h265", "--audio", "pcma");
    }

    @Test
    void liveH264WithMuLawOverUdp() throws IOException, InterruptedException {
        assertPlays("udp", "h264", "pcm_mulaw", "--mode", "live", "--audio", "pcmu");
    }

    @Test
    void liveH265OverTcp() throws IOException, InterruptedException {
        assertPlays("tcp", "hevc", "", "--mode", "live", "--codec", "h265");
    }

    @Test
    void aPausedClipAnswersButSendsNoMedia() throws IOException, InterruptedException {
        assertPausesAndResumes("clip");
    }

    @Test
    void aPausedLiveCameraAnswersButSendsNoMedia() throws IOException, InterruptedException {
        assertPausesAndResumes("live");
    }

    @Test
    void commandsThatMakeNoSenseAreAnswered() throws IOException, InterruptedException {
        try (CameraProcess process = start()) {
            process.awaitReady();
            assertEquals("no camera is named demo9", process.command("pause demo9"));
            assertEquals("unknown command: dance", process.command("dance"));
        }
    }

    @Test
    void digestLetsInOnlyTheRightPassword() throws IOException, InterruptedException {
        assertGuarded("digest");
    }

    @Test
    void basicLetsInOnlyTheRightPassword() throws IOException, InterruptedException {
        assertGuarded("basic");
    }

    @Test
    void getParameterIsAnsweredByDefault() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip");
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            assertTrue(client.request("OPTIONS").headers().get("public").contains("GET_PARAMETER"));
            client.play();
            assertEquals(200, client.request("GET_PARAMETER").status());
        }
    }

    @Test
    void getParameterCanBeHidden() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip", "--options-only");
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            String offered = client.request("OPTIONS").headers().get("public");
            assertFalse(offered.contains("GET_PARAMETER"), offered);
            assertTrue(offered.contains("TEARDOWN"), offered);
            client.play();
            assertEquals(501, client.request("GET_PARAMETER").status());
            assertEquals(200, client.request("OPTIONS").status());
        }
    }

    @Test
    void getParameterCanBeSwallowed() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip", "--swallow-get-parameter")) {
            URI camera = process.awaitReady().get(0);
            try (RtspClient client = new RtspClient(camera)) {
                client.play();
                assertTrue(client.request("GET_PARAMETER", camera, 1000).isEmpty());
                client.awaitFrames(15);
                assertEquals(200, client.request("OPTIONS").status());
            }
        }
    }

    @Test
    void getParameterCanBeRefused() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip", "--get-parameter-status", "451");
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            client.play();
            assertEquals(451, client.request("GET_PARAMETER").status());
        }
    }

    @Test
    void oneSessionTooManyIsRefused() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip", "--max-sessions", "1")) {
            URI camera = process.awaitReady().get(0);
            try (RtspClient first = new RtspClient(camera);
                    RtspClient second = new RtspClient(camera)) {
                first.play();
                assertEquals(503, second.setup().status());
            }
        }
    }

    @Test
    void aClientThatReadsNothingKeepsNobodyWaiting() throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", "clip", "--bitrate-kbps", "8000")) {
            URI camera = process.awaitReady().get(0);
            try (RtspClient stale = new RtspClient(camera)) {
                stale.play();
                Thread.sleep(6000);
                try (RtspClient client = new RtspClient(camera)) {
                    client.play();
                    client.awaitFrames(15);
                }
            }
        }
    }

    @Test
    void theEndOfItsInputEndsIt() throws IOException, InterruptedException {
        try (CameraProcess process = start();
                RtspClient client = new RtspClient(process.awaitReady().get(0))) {
            client.play();
            process.endInput();
            assertEquals(0, process.awaitExit());
        }
    }

    @Test
    void aSignalEndsItAtOnce() throws IOException, InterruptedException {
        double alone;
        try (CameraProcess process = start("--mode", "clip")) {
            process.awaitReady();
            alone = secondsToEnd(process);
        }
        try (CameraProcess process = start("--mode", "clip");
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

    @Test
    void aPortInUseIsReported() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CameraProcess process = CameraProcess.start("--port", Integer.toString(taken.getLocalPort()))) {
            assertEquals(
                    "Cannot listen at 127.0.0.1 port " + taken.getLocalPort()
                            + ": the port is in use or the address is not this machine's.",
                    process.nextLine());
            assertEquals(1, process.awaitExit());
        }
    }

    @Test
    void wrongUsageIsReported() throws IOException, InterruptedException {
        try (CameraProcess process = CameraProcess.start("--colour", "red")) {
            assertEquals("unknown option --colour; see --help", process.nextLine());
            assertEquals(2, process.awaitExit());
        }
    }

    private static void assertPlays(String transport, String videoCodec, String audioCodec, String... options)
            throws IOException, InterruptedException {
        try (CameraProcess process = start(options)) {
            Ffmpeg.Result result = Ffmpeg.play(process.awaitReady().get(0), transport);
            assertEquals(0, result.exitCode(), result.output());
            assertTrue(result.codecs().contains(videoCodec), result.output());
            assertEquals(!audioCodec.isEmpty(), result.codecs().contains(audioCodec), result.output());
            assertEquals(50, result.videoFrames(), 5, result.output());
            assertTrue(audioCodec.isEmpty() || result.audioFrames() > 20, result.output());
        }
    }

    private static void assertPausesAndResumes(String mode) throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", mode)) {
            URI camera = process.awaitReady().get(0);
            try (RtspClient early = new RtspClient(camera)) {
                early.play();
                early.awaitFrames(15);

                assertEquals("paused demo1", process.command("pause demo1"));
                early.receive(500);
                early.receive(7000);
                assertEquals(0, early.packets(), "media while paused");
                assertTrue(early.reports() > 0, "RTCP goes on");
                assertEquals(200, early.request("GET_PARAMETER").status());

                try (RtspClient late = new RtspClient(camera)) {
                    late.play();
                    late.receive(1500);
                    assertEquals(0, late.packets(), "media of a session that began during the pause");

                    assertEquals("resumed demo1", process.command("resume demo1"));
                    late.awaitFrames(2);
                    late.awaitFrames(50);
                    assertEquals(49 / 25.0, late.mediaSeconds(), 0.1, "25 frames a second after the pause");
                }
                early.awaitFrames(15);
                assertTrue(early.timestampsRise());
            }
        }
    }

    private static void assertGuarded(String scheme) throws IOException, InterruptedException {
        try (CameraProcess process =
                start("--mode", "clip", "--user", "viewer", "--password", "right", "--auth", scheme)) {
            URI camera = process.awaitReady().get(0);
            try (RtspClient client = new RtspClient(camera)) {
                RtspClient.Answer answer = client.request("DESCRIBE");
                assertEquals(401, answer.status());
                assertTrue(answer.headers()
                        .get("www-authenticate")
                        .toLowerCase(Locale.ROOT)
                        .startsWith(scheme));
            }
            assertEquals(
                    0, Ffmpeg.play(withLogin(camera, "viewer:right"), "tcp").exitCode());
            assertNotEquals(
                    0, Ffmpeg.play(withLogin(camera, "viewer:wrong"), "tcp").exitCode());
        }
    }

    private static URI withLogin(URI camera, String login) {
        return URI.create(camera.toString().replace("rtsp://", "rtsp://" + login + "@"));
    }

    private static CameraProcess start(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(SMALL);
        arguments.addAll(List.of(options));
        return CameraProcess.start(arguments.toArray(String[]::new));
    }
}
