package org.rnvr.democamera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A small RTSP client over one TCP connection that counts the media's packets. */
final class RtspClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final int MEDIA_MILLIS = 20_000;
    private static final int MARKER = 0x80;
    private static final double CLOCK_RATE = 90_000;
    private static final int FPS = 25;
    private static final double FRAME_SECONDS = 1.0 / FPS;
    private static final double EXACT_SECONDS = 0.001;

    private final URI uri;
    private final Socket socket = new Socket();
    private final DataInputStream in;
    private String session = "";
    private int sequence;
    private int packets;
    private int frames;
    private int reports;
    private final List<Double> steps = new ArrayList<>();
    private long lastTimestamp = -1;
    private boolean timestampsRise = true;

    /** An answer; the names of its headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {}

    RtspClient(URI uri) throws IOException {
        this.uri = uri;
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    int frames() {
        return frames;
    }

    int packets() {
        return packets;
    }

    int reports() {
        return reports;
    }

    boolean timestampsRise() {
        return timestampsRise;
    }

    /** Sends a request and waits for its answer; empty if there is none in time. */
    Optional<Answer> request(String method, URI target, long timeoutMillis, String... headers) throws IOException {
        sequence++;
        StringBuilder text = new StringBuilder(method + " " + target + " RTSP/1.0\r\nCSeq: " + sequence + "\r\n");
        if (!session.isEmpty()) {
            text.append("Session: ").append(session).append("\r\n");
        }
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (System.nanoTime() < deadline) {
            Optional<Answer> answer = read(deadline);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    Answer request(String method) throws IOException {
        return request(method, uri, TIMEOUT_MILLIS)
                .orElseThrow(() -> new AssertionError("no answer to " + method + " in " + TIMEOUT_MILLIS + " ms"));
    }

    /** Sets up the first track, interleaved, and plays it. */
    void play() throws IOException {
        Answer setup = setup();
        if (setup.status() != 200 || request("PLAY").status() != 200) {
            throw new AssertionError("SETUP or PLAY was refused: " + setup);
        }
    }

    Answer setup() throws IOException {
        Answer describe = request("DESCRIBE");
        if (describe.status() != 200) {
            throw new AssertionError("DESCRIBE was refused: " + describe);
        }
        Answer setup = request(
                        "SETUP",
                        URI.create(uri + "/stream=0"),
                        TIMEOUT_MILLIS,
                        "Transport: RTP/AVP/TCP;unicast;interleaved=0-1")
                .orElseThrow();
        if (setup.status() == 200) {
            session = setup.headers().get("session").split(";")[0];
        }
        return setup;
    }

    /** Counts what comes in a while. */
    void receive(long millis) throws IOException {
        forgetCounts();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < deadline) {
            read(deadline);
        }
    }

    /** Waits until this many frames have come since the call. */
    void awaitFrames(int count) throws IOException {
        forgetCounts();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MEDIA_MILLIS);
        while (frames < count) {
            if (System.nanoTime() >= deadline) {
                throw new AssertionError(frames + " and not " + count + " frames in " + MEDIA_MILLIS + " ms");
            }
            read(deadline);
        }
    }

    /**
     * Holds of the latest count that by the camera's clock a frame came every 25th of a second, but where the camera was
     * held up.
     *
     * @param hole what passes then at least between two frames, in seconds
     */
    void assertSteady(double hole) {
        double middle = steps.stream().sorted().toList().get(steps.size() / 2);
        assertEquals(FRAME_SECONDS, middle, EXACT_SECONDS, FPS + " frames a second");
        for (double step : steps) {
            assertTrue(
                    Math.abs(step - FRAME_SECONDS) < EXACT_SECONDS || step > hole - EXACT_SECONDS,
                    () -> step + " s from one frame to the next, among " + steps);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void forgetCounts() {
        packets = 0;
        frames = 0;
        reports = 0;
        steps.clear();
    }

    /** Reads one answer or one packet; empty for a packet and if nothing comes in time. */
    private Optional<Answer> read(long deadline) throws IOException {
        int first;
        try {
            socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            first = in.read();
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
        if (first < 0) {
            throw new IOException("the server closed the connection");
        }
        socket.setSoTimeout(TIMEOUT_MILLIS);
        if (first == '$') {
            readPacket();
            return Optional.empty();
        }
        return Optional.of(readAnswer((char) first));
    }

    private void readPacket() throws IOException {
        int channel = in.readUnsignedByte();
        byte[] packet = new byte[in.readUnsignedShort()];
        in.readFully(packet);
        if (channel == 0) {
            packets++;
            frames += (packet[1] & MARKER) != 0 ? 1 : 0;
            long timestamp = 0;
            for (int index = 4; index < 8; index++) {
                timestamp = timestamp << 8 | packet[index] & 0xff;
            }
            int step = lastTimestamp < 0 ? 0 : (int) (timestamp - lastTimestamp);
            timestampsRise &= step >= 0;
            if (step != 0) {
                steps.add(step / CLOCK_RATE);
            }
            lastTimestamp = timestamp;
        } else if (channel == 1) {
            reports++;
        }
    }

    private Answer readAnswer(char first) throws IOException {
        int status = Integer.parseInt((first + readLine()).split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            String[] parts = line.split(": *", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        byte[] body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        in.readFully(body);
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
