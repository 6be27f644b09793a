package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Credentials;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.PipelineEvent.ReplyReceived;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.ReplyOutcome;

/** Requests for a sign of life are answered truly, whatever the transport and the camera. */
@Timeout(90)
class ReplyTest {

    private static PipelineFactory factory;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @ParameterizedTest
    @CsvSource({"TCP, false", "UDP, false", "TCP, true", "UDP, true"})
    void theCameraAnswersEachRequest(Transport transport, boolean login) throws Exception {
        String[] options = login ? new String[] {"--user", "u", "--password", "p:@"} : new String[0];
        TestCamera.Options how =
                TestCamera.Options.TCP.with(transport).with(login ? new Credentials("u", "p:@") : Credentials.NONE);
        try (CameraProcess server = new CameraProcess(options);
                TestCamera camera = TestCamera.open(factory, server.url(), how)) {
            long session = camera.play();
            for (int i = 0; i < 10; i++) {
                camera.pipeline().requestReply(session);
                ReplyReceived reply = camera.await(ReplyReceived.class, 5);
                assertEquals(ReplyOutcome.ANSWERED, reply.outcome());
                assertEquals(200, reply.status());
                assertEquals(session, reply.session());
                assertTrue(reply.roundTrip().compareTo(Duration.ofSeconds(1)) < 0, reply.toString());
            }
        }
    }

    @Test
    void anErrorStatusIsAnAnswer() throws Exception {
        try (CameraProcess server = new CameraProcess("--get-parameter-status", "451");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().requestReply(camera.play());
            ReplyReceived reply = camera.await(ReplyReceived.class, 5);
            assertEquals(ReplyOutcome.ANSWERED, reply.outcome());
            assertEquals(451, reply.status());
        }
    }

    @Test
    void aCameraThatDoesNotOfferTheRequestIsNotAsked() throws Exception {
        try (CameraProcess server = new CameraProcess("--options-only");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().requestReply(camera.play());
            assertEquals(
                    ReplyOutcome.NOT_OFFERED,
                    camera.await(ReplyReceived.class, 5).outcome());
        }
    }

    @Test
    void aRequestOutstandingIsTheOnlyOneAndEndsWithTheSession() throws Exception {
        try (CameraProcess server = new CameraProcess("--swallow-get-parameter");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            long session = camera.play();
            camera.pipeline().requestReply(session);
            camera.pipeline().requestReply(session);
            camera.pipeline().requestReply(session);
            long frames =
                    camera.pipeline().vitals(session).orElseThrow().video().frames();
            TestCamera.awaitTrue(
                    "media go on beside it",
                    5,
                    () -> camera.pipeline()
                                    .vitals(session)
                                    .orElseThrow()
                                    .video()
                                    .frames()
                            > frames + 25);
            long begin = System.nanoTime();
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "closing took " + took);
            assertEquals(1, camera.all(ReplyReceived.class).size());
        }
    }

    @Test
    void aSessionThatFailedIsNotAsked() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            long session = camera.play();
            server.kill();
            camera.await(SessionFailed.class, 5);
            camera.pipeline().requestReply(session);
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            assertEquals(0, camera.all(ReplyReceived.class).size());
        }
    }
}
