package org.rnvr.control.onvif.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.control.ControlException;
import org.rnvr.control.spi.XmlElement;

/**
 * A camera on this machine whose clock is wrong, with two eyes of which the second moves. It checks every token and every digest
 * by its own computation and keeps what it was asked for.
 */
final class OnvifCamera implements AutoCloseable {

    static final String USER = "admin";
    static final String PASSWORD = "p<w&1";
    static final Duration AHEAD = Duration.ofDays(-400);

    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    private static final String PROFILES = profile("main", "Main", "eye1", "H264", "")
            + profile("sub", "Sub", "eye1", "H264", "")
            + profile(
                    "dome&1",
                    "Dome",
                    "eye2",
                    "JPEG",
                    "<tt:PTZConfiguration><tt:DefaultContinuousPanTiltVelocitySpace>x"
                            + "</tt:DefaultContinuousPanTiltVelocitySpace><tt:DefaultContinuousZoomVelocitySpace>y"
                            + "</tt:DefaultContinuousZoomVelocitySpace></tt:PTZConfiguration>");

    private final Sign sign;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile Optional<CountDownLatch> barrier = Optional.empty();
    private volatile int refusals;
    private volatile boolean shortTimeoutsOnly;

    OnvifCamera(Sign sign) throws IOException {
        this.sign = sign;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/onvif/", this::handle);
        server.start();
        answers.put("GetSystemDateAndTime", "<SystemDateAndTime>" + utc() + "</SystemDateAndTime>");
        answers.put(
                "GetCapabilities",
                // the address of a camera behind a router, as it sees itself
                "<Capabilities><tt:Media><tt:XAddr>http://10.0.0.9/onvif/media</tt:XAddr></tt:Media>"
                        + "<tt:PTZ><tt:XAddr>http://10.0.0.9/onvif/ptz</tt:XAddr></tt:PTZ></Capabilities>");
        answers.put("GetProfiles", PROFILES);
        answers.put(
                "GetDeviceInformation",
                "<Manufacturer>ACME</Manufacturer><Model>Dome 2</Model><FirmwareVersion>1.2</FirmwareVersion>"
                        + "<SerialNumber>42</SerialNumber>");
        answers.put("GetStreamUri", "<MediaUri><tt:Uri>rtsp://admin:x@127.0.0.1:554/live</tt:Uri></MediaUri>");
        answers.put(
                "GetPresets",
                "<Preset token=\"p1\"><tt:Name>Door</tt:Name></Preset><Preset token=\"p&amp;2\"></Preset>");
        answers.put("SetPreset", "<PresetToken>p3</PresetToken>");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Path, operation and what is in it, of what was rightly signed, but for the camera's time. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What was wrong with the form of requests. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int refusals() {
        return refusals;
    }

    void answers(String operation, String content) {
        answers.put(operation, content);
    }

    void takesShortTimeoutsOnly() {
        shortTimeoutsOnly = true;
    }

    void waits(CountDownLatch until) {
        barrier = Optional.of(until);
    }

    @Override
    public void close() {
        barrier.ifPresent(CountDownLatch::countDown);
        server.stop(0);
        threads.shutdownNow();
    }

    /** How it wants to be asked. */
    enum Sign {
        /** By a token in the header; all else is answered by a fault. */
        TOKEN,
        /** By HTTP digest; all else is answered by 401. */
        DIGEST
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            XmlElement envelope = XmlElement.parse(exchange.getRequestBody().readAllBytes());
            String text = exchange.getRequestHeaders().getFirst("Content-Type");
            XmlElement operation = operation(envelope);
            barrier.ifPresent(OnvifCamera::await);
            if (!text.startsWith("application/soap+xml") || !text.contains("/" + operation.name() + "\"")) {
                complaints.add("content type " + text);
            }
            if (!operation.name().equals("GetSystemDateAndTime")) {
                if (!isSigned(exchange, envelope)) {
                    refuse(exchange);
                    return;
                }
                asked.add(exchange.getRequestURI() + " " + operation.name() + told(operation));
            }
            if (shortTimeoutsOnly && operation.at("Timeout").isPresent()) {
                fault(exchange, 400, "ter:InvalidArgVal", "ter:TimeoutNotSupported", "Too long");
                return;
            }
            String answer = answers.getOrDefault(operation.name(), "");
            if (answer.startsWith("fault ")) {
                String[] parts = answer.split(" ", 4);
                fault(exchange, 500, parts[1], parts[2], parts[3]);
            } else {
                String name = operation.name() + "Response";
                send(
                        exchange,
                        200,
                        "<t:" + name + " xmlns:t=\"urn:x\" xmlns:tt=\"urn:y\">" + answer + "</t:" + name + ">");
            }
        } catch (ControlException e) {
            complaints.add(e.toString());
            exchange.close();
        }
    }

    private static XmlElement operation(XmlElement envelope) {
        return List.of(
                        "GetSystemDateAndTime",
                        "GetCapabilities",
                        "GetProfiles",
                        "GetDeviceInformation",
                        "GetStreamUri",
                        "ContinuousMove",
                        "Stop",
                        "GetPresets",
                        "GotoPreset",
                        "SetPreset")
                .stream()
                .flatMap(name -> envelope.at("Body", name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static String told(XmlElement operation) {
        List<String> told = new ArrayList<>();
        operation.at("ProfileToken").ifPresent(it -> told.add(it.text()));
        operation.at("Velocity", "PanTilt").ifPresent(it -> told.add(it.attribute("x") + "," + it.attribute("y")));
        operation.at("Velocity", "Zoom").ifPresent(it -> told.add(it.attribute("x")));
        operation.at("Timeout").ifPresent(it -> told.add(it.text()));
        operation.at("PanTilt").ifPresent(it -> told.add(it.text()));
        operation.at("Zoom").ifPresent(it -> told.add(it.text()));
        operation.at("PresetName").ifPresent(it -> told.add(it.text()));
        operation.at("PresetToken").ifPresent(it -> told.add(it.text()));
        return told.isEmpty() ? "" : " " + String.join(" ", told);
    }

    private boolean isSigned(HttpExchange exchange, XmlElement envelope) {
        Optional<XmlElement> token = envelope.at("Header", "Security", "UsernameToken");
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (token.isPresent() && authorization != null) {
            complaints.add("signed twice");
        }
        return switch (sign) {
            case TOKEN -> token.isPresent() && isRight(token.get());
            case DIGEST -> authorization != null && isRight(authorization, exchange);
        };
    }

    private boolean isRight(XmlElement token) {
        String nonce = token.textAt("Nonce");
        String created = token.textAt("Created");
        Duration age = Duration.between(Instant.parse(created), now());
        byte[] digest = hash(
                "SHA-1",
                Base64.getDecoder().decode(nonce),
                created.getBytes(StandardCharsets.UTF_8),
                PASSWORD.getBytes(StandardCharsets.UTF_8));
        return token.textAt("Username").equals(USER)
                && token.textAt("Password").equals(Base64.getEncoder().encodeToString(digest))
                && age.abs().compareTo(Duration.ofMinutes(1)) < 0
                && nonces.add(nonce);
    }

    private static boolean isRight(String header, HttpExchange exchange) {
        String secret = md5(USER + ":cam:" + PASSWORD);
        String request = md5(exchange.getRequestMethod() + ":" + exchange.getRequestURI());
        return md5(String.join(":", secret, "n1", value(header, "nc"), value(header, "cnonce"), "auth", request))
                .equals(value(header, "response"));
    }

    private void refuse(HttpExchange exchange) throws IOException {
        refusals++;
        if (sign == Sign.DIGEST) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Digest realm=\"cam\", nonce=\"n1\", qop=\"auth\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        } else {
            fault(exchange, 400, "ter:NotAuthorized", "ter:X", "Sender not authorized");
        }
    }

    private static void fault(HttpExchange exchange, int status, String code, String subcode, String reason)
            throws IOException {
        send(
                exchange,
                status,
                "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>" + code
                        + "</s:Value><s:Subcode><s:Value>" + subcode
                        + "</s:Value></s:Subcode></s:Subcode></s:Code><s:Reason><s:Text>" + reason
                        + "</s:Text></s:Reason></s:Fault>");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = ("<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body>" + body + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String profile(String token, String name, String source, String codec, String more) {
        return "<Profiles token=\"" + XmlElement.escape(token) + "\"><tt:Name>" + name
                + "</tt:Name><tt:VideoSourceConfiguration><tt:SourceToken>" + source
                + "</tt:SourceToken></tt:VideoSourceConfiguration><tt:VideoEncoderConfiguration><tt:Encoding>" + codec
                + "</tt:Encoding><tt:Resolution><tt:Width>640</tt:Width><tt:Height>480</tt:Height></tt:Resolution>"
                + "<tt:RateControl><tt:FrameRateLimit>25</tt:FrameRateLimit></tt:RateControl>"
                + "</tt:VideoEncoderConfiguration>" + more + "</Profiles>";
    }

    private static Instant now() {
        return Clock.systemUTC().instant().plus(AHEAD);
    }

    private static String utc() {
        ZonedDateTime now = now().atZone(ZoneOffset.UTC);
        return "<tt:UTCDateTime><tt:Time><tt:Hour>" + now.getHour() + "</tt:Hour><tt:Minute>" + now.getMinute()
                + "</tt:Minute><tt:Second>" + now.getSecond() + "</tt:Second></tt:Time><tt:Date><tt:Year>"
                + now.getYear() + "</tt:Year><tt:Month>" + now.getMonthValue() + "</tt:Month><tt:Day>"
                + now.getDayOfMonth() + "</tt:Day></tt:Date></tt:UTCDateTime>";
    }

    private static String value(String header, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(header);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(hash("MD5", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
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
