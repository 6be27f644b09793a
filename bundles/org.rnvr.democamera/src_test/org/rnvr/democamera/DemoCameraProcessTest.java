package org.rnvr.democamera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The cameras as their users see them: a process, its lines, and its streams. */
@Timeout(90)
@Execution(ExecutionMode.CONCURRENT)
class DemoCameraProcessTest {

    private static final int CLIP_HOLE = (int) (CameraProcess.CLIP_HOLE_SECONDS * Ffmpeg.FPS);

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
    void h264ClipWithAacOverTcp() throws IOException, InterruptedException {
        assertPlays(CLIP_HOLE, "tcp", "h264", "aac", "--mode", "clip", "--audio", "aac");
    }

    @Test
    void h265ClipWithALawOverUdp() throws IOException, InterruptedException {
        assertPlays(CLIP_HOLE, "udp", "hevc", "pcm_alaw", "--mode", "clip", "--codec", "h265", "--audio", "pcma");
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

    /** A camera that is held up leaves frames out: no fewer than a hole has, in frames. */
    static void assertPlays(int hole, String transport, String videoCodec, String audioCodec, String... options)
            throws IOException, InterruptedException {
        try (CameraProcess process = start(options)) {
            Ffmpeg.Result result = Ffmpeg.play(process.awaitReady().get(0), transport);
            assertEquals(0, result.exitCode(), result.output());
            assertTrue(result.codecs().contains(videoCodec), result.output());
            assertEquals(!audioCodec.isEmpty(), result.codecs().contains(audioCodec), result.output());
            assertEquals(Ffmpeg.FRAMES - 1, result.steps().size(), result.output());
            assertSteady(result, hole);
            assertTrue(audioCodec.isEmpty() || result.audioFrames() > 20, result.output());
        }
    }

    /** What gets lost on the way may be as much as a tenth. */
    private static void assertSteady(Ffmpeg.Result result, int hole) {
        List<Integer> steps = result.steps();
        assertEquals(1, steps.stream().sorted().toList().get(steps.size() / 2), result.output());
        int lost = steps.stream()
                .filter(step -> step < hole)
                .mapToInt(step -> step - 1)
                .sum();
        assertEquals(0, lost, Ffmpeg.FRAMES / 10, result.output());
    }

    private static void assertPausesAndResumes(String mode) throws IOException, InterruptedException {
        try (CameraProcess process = start("--mode", mode)) {
            URI camera = process.awaitReady().get(0);
            try (RtspClient early = new RtspClient(camera)) {
                early.play();
                early.awaitFrames(15);

                assertEquals("paused demo1", process.command("pause demo1"));
                awaitSilence(early);
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
                    late.assertSteady(mode.equals("clip") ? CameraProcess.CLIP_HOLE_SECONDS : 2 / 25.0);
                }
                early.awaitFrames(15);
                assertTrue(early.timestampsRise());
            }
        }
    }

    /** What was on its way when the camera was told to pause may still come, late on a busy machine. */
    private static void awaitSilence(RtspClient client) throws IOException {
        int left = 20;
        do {
            client.receive(500);
            left--;
        } while (client.packets() > 0 && left > 0);
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
        return CameraProcess.startSmall(options);
    }
}
