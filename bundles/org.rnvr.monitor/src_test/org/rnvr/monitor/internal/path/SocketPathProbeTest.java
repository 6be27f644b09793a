package org.rnvr.monitor.internal.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.monitor.internal.path.PathResult.Reach;

@Timeout(30)
class SocketPathProbeTest {

    private final SocketPathProbe probe = new SocketPathProbe();
    private final SocketPathProbe patient = new SocketPathProbe(Duration.ofSeconds(20));
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        probe.close();
        patient.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RTSP/1.0 200 OK", "RTSP/1.0 401 Unauthorized", "RTSP/1.0 551 Option not supported"})
    void anyRtspStatusIsAnAnswer(String status) throws Exception {
        CompletableFuture<List<String>> request = answer(status + "\r\nCSeq: 1\r\n\r\n");
        PathResult result = result(patient, address("rtsp"));
        assertEquals(Reach.ANSWERED, result.reach());
        assertTrue(result.text().contains(status), result.text());

        List<String> lines = request.get(5, TimeUnit.SECONDS);
        assertEquals("OPTIONS rtsp://127.0.0.1:" + server.getLocalPort() + "/live RTSP/1.0", lines.get(0));
        assertTrue(lines.contains("CSeq: 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "", "RTSP"})
    void whatIsNoRtspAnswerIsUncertain(String answer) throws Exception {
        answer(answer);
        assertEquals(Reach.UNCERTAIN, look("rtsp").reach());
    }

    @Test
    void silentServerIsUncertainAfterTheLimit() throws Exception {
        long begin = System.nanoTime();
        assertEquals(Reach.UNCERTAIN, look("rtsp").reach());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertTrue(millis >= 900, "waited " + millis + " ms");
    }

    @Test
    void connectionAloneCountsOverTls() throws Exception {
        assertEquals(Reach.ANSWERED, result(patient, address("rtsps")).reach());
    }

    @Test
    void refusedConnectionIsUnreachable() throws Exception {
        server.close();
        PathResult result = result(patient, address("rtsp"));
        assertEquals(Reach.UNREACHABLE, result.reach());
        assertTrue(result.text().contains("127.0.0.1:" + server.getLocalPort()), result.text());
    }

    @Test
    void unknownHostIsUnreachable() throws Exception {
        PathResult result = result(
                probe, RtspAddress.of("rtsp://no-such-camera.invalid/live").orElseThrow());
        assertEquals(Reach.UNREACHABLE, result.reach());
    }

    @Test
    void manyLooksAtSilentCamerasEndTogether() throws Exception {
        long begin = System.nanoTime();
        List<CompletableFuture<PathResult>> looks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            looks.add(probe.look(address("rtsp")).toCompletableFuture());
        }
        CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertTrue(millis < 10_000, "one after the other would take 40 s, took " + millis + " ms");
    }

    @Test
    void lookAfterTheEndEndsToo() throws Exception {
        probe.close();
        assertEquals(Reach.UNREACHABLE, look("rtsp").reach());
    }

    private RtspAddress address(String scheme) {
        return RtspAddress.of(scheme + "://127.0.0.1:" + server.getLocalPort() + "/live")
                .orElseThrow();
    }

    private PathResult look(String scheme) throws Exception {
        return result(probe, address(scheme));
    }

    private static PathResult result(SocketPathProbe probe, RtspAddress address) throws Exception {
        return probe.look(address).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Takes one connection, reads the head of a request, writes the answer and closes. */
    private CompletableFuture<List<String>> answer(String answer) {
        CompletableFuture<List<String>> request = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try (Socket socket = server.accept();
                            BufferedReader in = new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                        List<String> lines = new ArrayList<>();
                        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                            lines.add(line);
                        }
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                        request.complete(lines);
                    } catch (IOException e) {
                        request.completeExceptionally(e);
                    }
                },
                "answering camera");
        thread.setDaemon(true);
        thread.start();
        return request;
    }
}
