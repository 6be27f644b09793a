package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnvr.config.Credentials;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.CameraTrial;
import org.rnvr.pipeline.CameraTrial.Refused;
import org.rnvr.pipeline.CameraTrial.Seen;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;

/** A camera is tried out before anybody relies on it. */
@Timeout(90)
class TrialTest {

    private static final List<Integer> JPEG = List.of(0xff, 0xd8);

    @Test
    void whatACameraSendsIsSeenAndNothingIsLeftOfTheTrial() throws Exception {
        List<Path> before = temporaryFiles();
        try (CameraProcess server = new CameraProcess("--width", "320", "--height", "240")) {
            Seen seen = assertInstanceOf(Seen.class, tryOut(server.url(), TestCamera.Options.TCP));
            assertEquals(new MediaDescription("h264", 320, 240, Optional.empty(), Transport.TCP), seen.media());
            assertEquals(25, seen.framesPerSecond(), 12);
            assertTrue(seen.bitsPerSecond() > 50_000, seen.bitsPerSecond() + " bit/s");
            byte[] jpeg = seen.still().jpeg();
            assertFalse(seen.still().isEmpty());
            assertEquals(JPEG, List.of(jpeg[0] & 0xff, jpeg[1] & 0xff));
        }
        assertEquals(before, temporaryFiles());
    }

    @Test
    void whyACameraCannotBeUsedIsSaid() throws Exception {
        String url;
        try (CameraProcess server = new CameraProcess("--user", "user", "--password", "right")) {
            url = server.url();
            Refused wrong = assertInstanceOf(
                    Refused.class, tryOut(url, TestCamera.Options.TCP.with(new Credentials("user", "wrong"))));
            assertEquals(FailureKind.UNAUTHORIZED, wrong.failure().kind());
            assertFalse(
                    wrong.failure().text().contains("wrong"), wrong.failure().text());
        }
        Refused gone = assertInstanceOf(Refused.class, tryOut(url, TestCamera.Options.TCP));
        assertEquals(FailureKind.REFUSED, gone.failure().kind());
    }

    private static CameraTrial tryOut(String url, TestCamera.Options options) throws Exception {
        return Pipelines.trials()
                .tryOut(options.camera("tried", url), options.streaming())
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rnvr-trial"))
                    .sorted()
                    .toList();
        }
    }
}
