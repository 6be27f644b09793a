package org.rnvr.control.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rnvr.config.Credentials;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;

/** Against a server that computes every digest for itself. */
class CameraHttpTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Credentials GOOD = new Credentials("operator", "s3cret:~@/#%");
    private static final Credentials BAD = new Credentials("operator", "guessed");

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final List<String> nonces = new CopyOnWriteArrayList<>(List.of("first"));
    private final CountDownLatch enough = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile String staleness = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", this::digest);
        server.createContext("/basic", exchange -> answer(exchange, 401, "Basic realm=\"r\""));
        server.createContext("/bare", exchange -> answer(exchange, 401, ""));
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good");
            answer(exchange, 302, "");
        });
        server.createContext("/slow", this::hang);
        server.createContext("/trickle", this::trickle);
        server.createContext("/endless", this::flood);
        server.start();
    }

    @AfterEach
    void stop() {
        enough.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theNonceIsUsedAgainAndCounted() {
        CameraHttp http = http(GOOD, LONG);
        for (int i = 0; i < 3; i++) {
            CameraReply reply = send(http, "PUT", "/good?x=%20y", "hello");
            assertEquals(200, reply.status());
            assertArrayEquals("welcome".getBytes(StandardCharsets.UTF_8), reply.content());
        }
        assertEquals(List.of("", "00000001", "00000002", "00000003"), counts());
        assertEquals(List.of("open hello", "signed hello", "signed hello", "signed hello"), contents);
    }

    @Test
    void aStaleNonceIsReplaced() {
        CameraHttp http = http(GOOD, LONG);
        send(http, "GET", "/good", "");
        nonces.add("second");
        staleness = ", stale=true";
        assertEquals(200, send(http, "GET", "/good", "").status());
        assertEquals(List.of("", "00000001", "00000002", "00000001"), counts());
    }

    @Test
    void aNonceThatGotOldSilentlyIsReplacedOnce() {
        CameraHttp http = http(GOOD, LONG);
        send(http, "GET", "/good", "");
        nonces.add("second");
        assertEquals(200, send(http, "GET", "/good", "").status());
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNamedNowhere() {
        ControlException refused = failure(http(BAD, LONG), "/good");
        assertEquals(Reason.NOT_AUTHORIZED, refused.reason());
        assertEquals(2, authorizations.size());
        assertFalse(refused.toString().contains("guessed"));
    }

    @Test
    void aServerThatCallsEveryNonceStaleIsGivenUp() {
        staleness = ", stale=true";
        assertEquals(Reason.NOT_AUTHORIZED, failure(http(BAD, LONG), "/good").reason());
        assertEquals(4, authorizations.size());
    }

    @Test
    void withoutCredentialsNoneAreMadeUp() {
        assertEquals(
                Reason.NOT_AUTHORIZED,
                failure(http(Credentials.NONE, LONG), "/good").reason());
        assertEquals(List.of(""), authorizations);
    }

    @Test
    void aReadablePasswordIsNeverSent() {
        assertEquals(Reason.UNSAFE_SIGN_IN, failure(http(GOOD, LONG), "/basic").reason());
        assertEquals(Reason.NOT_AUTHORIZED, failure(http(GOOD, LONG), "/bare").reason());
        assertEquals(List.of("", ""), authorizations);
    }

    @Test
    void aRedirectionIsNotFollowed() {
        assertEquals(302, send(http(GOOD, LONG), "GET", "/redirect", "").status());
        assertEquals(List.of(""), authorizations);
    }

    @Test
    void aSlowServerIsNotWaitedFor() {
        assertEquals(
                Reason.TIMED_OUT,
                failure(http(GOOD, Duration.ofMillis(200)), "/slow").reason());
    }

    @Test
    void aServerThatBeginsAndNeverEndsIsNotWaitedFor() {
        assertEquals(
                Reason.TIMED_OUT,
                failure(http(GOOD, Duration.ofMillis(500)), "/trickle").reason());
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        assertEquals(
                Reason.NOT_UNDERSTOOD, failure(http(GOOD, LONG), "/endless").reason());
    }

    @Test
    void whereNobodyListensIsUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CameraRequest request = new CameraRequest("GET", URI.create("http://127.0.0.1:" + port + "/"), "", "");
        ControlException failure = failure(http(GOOD, LONG), request);
        assertEquals(Reason.UNREACHABLE, failure.reason());
        assertEquals("The camera cannot be reached: 127.0.0.1:" + port, failure.getMessage());
        assertEquals(
                Reason.UNREACHABLE,
                failure(http(GOOD, LONG), new CameraRequest("GET", new CameraAddress("", 80).at("/"), "", ""))
                        .reason());
    }

    private static CameraHttp http(Credentials credentials, Duration limit) {
        return new CameraHttp(CameraHttp.client(), credentials, limit);
    }

    private CameraReply send(CameraHttp http, String method, String target, String content) {
        return http.send(new CameraRequest(
                        method,
                        uri(target),
                        "text/plain",
                        content.isEmpty() ? "" : "open " + content,
                        content.isEmpty() ? "" : "signed " + content))
                .toCompletableFuture()
                .join();
    }

    private ControlException failure(CameraHttp http, String target) {
        return failure(http, new CameraRequest("GET", uri(target), "", ""));
    }

    private static ControlException failure(CameraHttp http, CameraRequest request) {
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> http.send(request).toCompletableFuture().join());
        return ControlException.of(failure).orElseThrow();
    }

    private URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
    }

    private List<String> counts() {
        return authorizations.stream()
                .map(it -> it.isEmpty() ? "" : parameters(it).get("nc"))
                .toList();
    }

    private static Map<String, String> parameters(String authorization) {
        return Challenge.parse(List.of(authorization)).get(0).parameters();
    }

    private void digest(HttpExchange exchange) throws IOException {
        String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!content.isEmpty()) {
            contents.add(content);
        }
        String nonce = nonces.get(nonces.size() - 1);
        String authorization =
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        boolean welcome = !authorization.isEmpty() && isRight(exchange, parameters(authorization), nonce);
        answer(
                exchange,
                welcome ? 200 : 401,
                welcome ? "" : "Digest realm=\"cam\", qop=\"auth\", nonce=\"" + nonce + "\"" + staleness);
    }

    private static boolean isRight(HttpExchange exchange, Map<String, String> sent, String nonce) {
        String target = exchange.getRequestURI().toString();
        String secret = Md5.of(GOOD.username() + ":cam:" + GOOD.password());
        String expected = Md5.of(String.join(
                ":",
                secret,
                nonce,
                sent.get("nc"),
                sent.get("cnonce"),
                "auth",
                Md5.of(exchange.getRequestMethod() + ":" + target)));
        return sent.get("username").equals(GOOD.username())
                && sent.get("uri").equals(target)
                && sent.get("nonce").equals(nonce)
                && sent.get("response").equals(expected);
    }

    private void answer(HttpExchange exchange, int status, String challenge) throws IOException {
        authorizations.add(
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
        if (!challenge.isEmpty()) {
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
        }
        byte[] content = status == 200 ? "welcome".getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private void hang(HttpExchange exchange) {
        await();
        exchange.close();
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('<');
        exchange.getResponseBody().flush();
        hang(exchange);
    }

    private void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1 << 16];
        int sent = 0;
        try (OutputStream out = exchange.getResponseBody()) {
            for (; sent < 8 * CameraHttp.LONGEST_CONTENT; sent += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            assertTrue(sent > 0, "given up in the middle");
        }
        await();
    }

    private void await() {
        try {
            assertTrue(enough.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
