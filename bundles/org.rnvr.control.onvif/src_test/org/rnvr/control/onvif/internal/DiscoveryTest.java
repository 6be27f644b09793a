package org.rnvr.control.onvif.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.rnvr.control.CameraSearch;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.FoundCamera;
import org.rnvr.control.spi.XmlElement;

class DiscoveryTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final BlockingQueue<FoundCamera> found = new LinkedBlockingQueue<>();

    @Test
    void aCameraThatAnswersIsToldOnce() throws Exception {
        try (Responder camera = new Responder(new DatagramSocket(0, InetAddress.getLoopbackAddress()), "one");
                CameraSearch search = search(LONG, target(camera.address()))) {
            FoundCamera first = found.poll(LONG.toSeconds(), TimeUnit.SECONDS);
            assertEquals(
                    new FoundCamera(
                            "urn:uuid:one",
                            List.of(
                                    URI.create("http://127.0.0.1/onvif/device_service"),
                                    URI.create("http://10.0.0.9:8080/onvif/device_service")),
                            "정문 1",
                            "DS+2",
                            "Hall/West"),
                    first);
            // each call of both types was made twice, and each answered
            for (int i = 0; i < 4; i++) {
                assertTrue(camera.calls.poll(LONG.toSeconds(), TimeUnit.SECONDS) != null);
            }
            assertFalse(search.done().toCompletableFuture().isDone());
            search.close();
            search.done().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertTrue(found.isEmpty());
        }
    }

    /** On the group address, as cameras listen, but on a port of its own and only within this machine. */
    @Test
    void camerasAreCalledByMulticast() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        try (MulticastSocket socket = new MulticastSocket(0)) {
            InetSocketAddress group = new InetSocketAddress(ProbeTarget.MULTICAST.getAddress(), socket.getLocalPort());
            socket.joinGroup(group, loopback);
            try (Responder camera = new Responder(socket, "two");
                    CameraSearch search = search(
                            LONG,
                            ProbeTarget.of(loopback, group)
                                    .filter(it -> it.local().isLoopbackAddress())
                                    .findFirst()
                                    .orElseThrow())) {
                assertEquals(
                        "urn:uuid:two",
                        found.poll(LONG.toSeconds(), TimeUnit.SECONDS).id());
                assertFalse(camera.calls.isEmpty());
                assertFalse(search.done().toCompletableFuture().isDone());
            }
        }
    }

    @Test
    void theSearchEndsWithItsTime() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                CameraSearch search =
                        search(Duration.ofMillis(50), target((InetSocketAddress) silent.getLocalSocketAddress()))) {
            search.done().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertTrue(found.isEmpty());
        }
    }

    @Test
    void aListenerThatFailsEndsNothing() throws Exception {
        try (Responder one = new Responder(new DatagramSocket(0, InetAddress.getLoopbackAddress()), "one");
                Responder two = new Responder(new DatagramSocket(0, InetAddress.getLoopbackAddress()), "two");
                CameraSearch search = search(
                        LONG,
                        camera -> {
                            found.add(camera);
                            throw new IllegalStateException("a listener's own trouble");
                        },
                        target(one.address()),
                        target(two.address()))) {
            assertTrue(found.poll(LONG.toSeconds(), TimeUnit.SECONDS) != null);
            assertTrue(found.poll(LONG.toSeconds(), TimeUnit.SECONDS) != null);
            assertFalse(search.done().toCompletableFuture().isDone());
        }
    }

    @Test
    void withoutANetworkTheSearchSaysSo() {
        try (CameraSearch search = search(LONG)) {
            CompletionException failure = assertThrows(CompletionException.class, () -> search.done()
                    .toCompletableFuture()
                    .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                    .join());
            assertEquals(
                    Reason.UNREACHABLE,
                    ControlException.of(failure).orElseThrow().reason());
        }
    }

    @Test
    void answersThatLieAreLeftOut() throws Exception {
        InetAddress from = InetAddress.getLoopbackAddress();
        assertEquals(List.of(), ProbeMatches.read(answer("x", "rtsp://a/ file:///etc/passwd http:/// %%"), from));
        assertEquals(
                "http://a/b",
                ProbeMatches.read(answer("", "http://a/b"), from).get(0).id());
        assertEquals(List.of(), ProbeMatches.read("<Envelope/>".getBytes(StandardCharsets.UTF_8), from));
        byte[] entity = "<!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r>".getBytes(StandardCharsets.UTF_8);
        assertThrows(ControlException.class, () -> ProbeMatches.read(entity, from));
    }

    @Test
    void theNetworksOfThisMachineAreAllButTheOneWithin() {
        assertTrue(
                ProbeTarget.ofThisMachine().stream().noneMatch(it -> it.local().isLoopbackAddress()));
        assertTrue(ProbeTarget.ofThisMachine().stream()
                .allMatch(it -> it.destination().equals(new InetSocketAddress("239.255.255.250", 3702))));
    }

    private CameraSearch search(Duration time, ProbeTarget... targets) {
        return search(time, found::add, targets);
    }

    private static CameraSearch search(Duration time, Consumer<FoundCamera> listener, ProbeTarget... targets) {
        return new OnvifDiscovery(() -> List.of(targets), LONG, Clock.systemUTC()).search(time, listener);
    }

    private static ProbeTarget target(InetSocketAddress camera) {
        return new ProbeTarget(Optional.empty(), InetAddress.getLoopbackAddress(), camera);
    }

    private static byte[] answer(String id, String addresses) {
        return ("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
                        + "<d:ProbeMatches xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\"><d:ProbeMatch>"
                        + "<a:EndpointReference xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\"><a:Address>"
                        + id + "</a:Address></a:EndpointReference><d:Scopes>onvif://www.onvif.org/type/ptz "
                        + "onvif://www.onvif.org/name/%EC%A0%95%EB%AC%B8%201 onvif://www.onvif.org/hardware/DS+2\n"
                        + "onvif://www.onvif.org/location/Hall/West</d:Scopes><d:XAddrs>" + addresses
                        + "</d:XAddrs></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A camera that hears calls and answers each of them, after some noise. */
    private static final class Responder implements AutoCloseable {

        private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
        private final DatagramSocket socket;
        private final String id;
        private final Thread thread = new Thread(this::run, "camera that is searched");

        Responder(DatagramSocket socket, String id) {
            this.socket = socket;
            this.id = id;
            thread.start();
        }

        InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public void close() throws InterruptedException {
            socket.close();
            thread.join();
        }

        private void run() {
            try {
                while (true) {
                    DatagramPacket call = new DatagramPacket(new byte[65_535], 65_535);
                    socket.receive(call);
                    XmlElement envelope = XmlElement.parse(Arrays.copyOf(call.getData(), call.getLength()));
                    if (envelope.textAt("Header", "Action").endsWith("/discovery/Probe")
                            && envelope.textAt("Header", "MessageID").startsWith("urn:uuid:")) {
                        calls.add(envelope.textAt("Body", "Probe", "Types"));
                        send("noise".getBytes(StandardCharsets.UTF_8), call);
                        send(
                                answer(
                                        "urn:uuid:" + id,
                                        "http://10.0.0.9:8080/onvif/device_service "
                                                + "http://127.0.0.1/onvif/device_service"),
                                call);
                    }
                }
            } catch (SocketException e) {
                assertTrue(socket.isClosed(), e.toString());
            } catch (IOException | ControlException e) {
                throw new IllegalStateException(e);
            }
        }

        private void send(byte[] message, DatagramPacket call) throws IOException {
            socket.send(new DatagramPacket(message, message.length, call.getSocketAddress()));
        }
    }
}
