package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.Credentials;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineEvent.SessionReady;
import org.rnvr.pipeline.PipelineFactory;

/** Each way in which a session can fail has its kind and one sentence that holds no secret. */
@Timeout(90)
class FailureTest {

    private static final String PASSWORD = "p@:/#%~ ä\"\\";

    private static PipelineFactory factory;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @ParameterizedTest
    @CsvSource({"basic, TCP", "digest, TCP", "digest, UDP"})
    void anyCharacterMayBeInAPassword(String scheme, Transport transport) throws Exception {
        try (CameraProcess server = new CameraProcess("--user", "us er", "--password", PASSWORD, "--auth", scheme);
                TestCamera camera = TestCamera.open(
                        factory,
                        server.url(),
                        TestCamera.Options.TCP
                                .with(new Credentials("us er", PASSWORD))
                                .with(transport))) {
            camera.pipeline().openSession();
            camera.await(SessionReady.class, 15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "digest"})
    void wrongPassword(String scheme) throws Exception {
        try (CameraProcess server = new CameraProcess("--user", "user", "--password", PASSWORD, "--auth", scheme)) {
            expect(
                    FailureKind.UNAUTHORIZED,
                    server.url(),
                    TestCamera.Options.TCP.with(new Credentials("user", "s3cr3t@wrong")));
            expect(FailureKind.UNAUTHORIZED, server.url(), TestCamera.Options.TCP);
        }
    }

    @Test
    void noSuchStream() throws Exception {
        try (CameraProcess server = new CameraProcess()) {
            expect(FailureKind.NOT_FOUND, server.url() + "-none", TestCamera.Options.TCP);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"TCP", "UDP"})
    void oneKeyFrameAndNothingAfterItIsNoSessionThatIsReady(Transport transport) throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(transport))) {
            server.pause("demo1");
            long session = camera.pipeline().openSession();
            TimeUnit.SECONDS.sleep(3);
            assertEquals(List.of(), camera.all(SessionReady.class));
            server.resume("demo1");
            assertEquals(session, camera.await(SessionReady.class, 15).session());
        }
    }

    @Test
    void noRoomForASession() throws Exception {
        try (CameraProcess server = new CameraProcess("--max-sessions", "1");
                TestCamera first = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            first.play();
            expect(FailureKind.BUSY, server.url(), TestCamera.Options.TCP);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DESCRIBE, 453, BUSY",
        "DESCRIBE, 503, BUSY",
        "SETUP, 453, BUSY",
        "SETUP, 503, BUSY",
        "PLAY, 453, BUSY",
        "PLAY, 503, BUSY",
        "OPTIONS, 0, ENDED",
        "DESCRIBE, 0, ENDED",
        "SETUP, 0, ENDED",
        "PLAY, 0, ENDED",
    })
    void aCameraThatRefusesOrHangsUpWhileTheSessionIsSetUp(String method, int status, FailureKind kind)
            throws Exception {
        for (Transport transport : new Transport[] {Transport.TCP, Transport.UDP}) {
            try (RefusingCamera server = new RefusingCamera(method, status)) {
                expect(kind, server.url(), TestCamera.Options.TCP.with(transport));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void connectionRefused(Transport transport) throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        expect(FailureKind.REFUSED, "rtsp://127.0.0.1:" + free + "/stream", TestCamera.Options.TCP.with(transport));
    }

    @Test
    void nothingAnswersInTime() throws Exception {
        // Accepts no connection: the backlog is full after the first.
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            expect(
                    FailureKind.UNREACHABLE,
                    "rtsp://127.0.0.1:" + socket.getLocalPort() + "/stream",
                    TestCamera.Options.TCP.with(Duration.ofSeconds(1)));
        }
    }

    @Test
    void unknownHost() throws Exception {
        expect(FailureKind.UNREACHABLE, "rtsp://no-such-camera.invalid/stream", TestCamera.Options.TCP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://127.0.0.1/", "rtsp://", "rtsp:/127.0.0.1", "camera", "rtsp://127.0.0.1:99999/x"})
    void notAnRtspUrl(String url) throws Exception {
        expect(FailureKind.BAD_URL, url, TestCamera.Options.TCP);
    }

    /** A camera that sends no media keeps a session waiting for its first key frame; when the camera dies it waits no more. */
    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"TCP", "UDP"})
    void aCameraThatSendsNothingIsKilled(Transport transport) throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(transport))) {
            long first = camera.play();
            server.pause("demo1");
            long waiting = camera.pipeline().openSession();
            TestCamera.awaitTrue("time for the second session to play", 30, after(Duration.ofSeconds(3)));
            server.kill();
            TestCamera.awaitTrue("the end of both sessions", 10, () -> camera.all(SessionFailed.class).stream()
                    .map(SessionFailed::session)
                    .toList()
                    .containsAll(List.of(first, waiting)));
        }
    }

    private static BooleanSupplier after(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        return () -> System.nanoTime() >= end;
    }

    @Test
    void theCameraProcessIsKilled() throws Exception {
        for (Transport transport : new Transport[] {Transport.TCP, Transport.UDP}) {
            try (CameraProcess server = new CameraProcess();
                    TestCamera camera =
                            TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(transport))) {
                camera.play();
                long begin = System.nanoTime();
                server.kill();
                SessionFailed failed = camera.await(SessionFailed.class, 5);
                assertEquals(FailureKind.ENDED, failed.failure().kind());
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "noticed after " + took);
            }
        }
    }

    private static void expect(FailureKind kind, String url, TestCamera.Options options)
            throws InterruptedException, IOException {
        try (TestCamera camera = TestCamera.open(factory, url, options)) {
            long session = camera.pipeline().openSession();
            SessionFailed failed = camera.await(SessionFailed.class, 15);
            assertEquals(session, failed.session());
            assertEquals(kind, failed.failure().kind(), failed.failure().text());
            String text = failed.failure().text();
            assertTrue(text.endsWith("."), text);
            assertFalse(text.contains("s3cr3t"), text);
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            assertEquals(1, camera.all(SessionFailed.class).size(), "told once");
        }
    }
}
