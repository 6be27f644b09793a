package org.rnvr.control.isapi.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A camera on this machine that computes every digest itself, by SHA-256, and keeps what it was asked for. */
final class IsapiCamera implements AutoCloseable {

    static final String USER = "admin";
    static final String PASSWORD = "p:w@1";

    private static final String OK =
            "<ResponseStatus xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><statusCode>1</statusCode>"
                    + "<statusString>OK</statusString></ResponseStatus>";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Optional<CountDownLatch> barrier = Optional.empty();
    private volatile int refusals;

    IsapiCamera() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Method, path and content of what was asked with the right password, in the order of arrival. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int refusals() {
        return refusals;
    }

    /** What it answers from now on: to anything not named, that all is well. */
    void answers(String methodAndPath, int status, String content) {
        answers.put(methodAndPath, status + " " + content);
    }

    /** Keeps everybody waiting until the latch opens. */
    void waits(CountDownLatch until) {
        barrier = Optional.of(until);
    }

    @Override
    public void close() {
        barrier.ifPresent(CountDownLatch::countDown);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().toString();
        if (!isSigned(exchange)) {
            refusals++;
            exchange.getResponseHeaders()
                    .add(
                            "WWW-Authenticate",
                            "Digest realm=\"DS\", nonce=\"abc\", qop=\"auth\", algorithm=SHA-256, Basic realm=\"DS\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        asked.add((request + " " + content.replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "xml:")).strip());
        barrier.ifPresent(IsapiCamera::await);
        String[] answer = answers.getOrDefault(request, "200 " + OK).split(" ", 2);
        byte[] bytes = answer[1].getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean isSigned(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return false;
        }
        String secret = hash(USER + ":DS:" + PASSWORD);
        String request = hash(exchange.getRequestMethod() + ":" + value(header, "uri"));
        String expected = hash(String.join(
                ":", secret, "abc", value(header, "nc"), value(header, "cnonce"), value(header, "qop"), request));
        return expected.equals(value(header, "response"))
                && value(header, "uri").equals(exchange.getRequestURI().toString());
    }

    private static String value(String header, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(header);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
