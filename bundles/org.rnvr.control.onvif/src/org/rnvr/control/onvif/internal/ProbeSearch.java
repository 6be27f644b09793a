package org.rnvr.control.onvif.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.control.CameraSearch;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.FoundCamera;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search, on a thread of its own. Calls are made twice, because UDP loses some. */
final class ProbeSearch implements CameraSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeSearch.class);

    private static final int LONGEST_ANSWER = 65_535;
    private static final int MOST_CAMERAS = 4_096;
    private static final long REPEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Supplier<List<ProbeTarget>> networks;
    private final long timeNanos;
    private final Consumer<FoundCamera> listener;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CompletableFuture<Selector> selector = new CompletableFuture<>();
    private final Set<String> found = new HashSet<>();
    private final List<byte[]> calls = new ArrayList<>();
    private volatile boolean closed;

    private ProbeSearch(Supplier<List<ProbeTarget>> networks, Duration time, Consumer<FoundCamera> listener) {
        this.networks = networks;
        this.timeNanos = time.toNanos();
        this.listener = listener;
        for (Probe.Type type : Probe.Type.values()) {
            calls.add(Probe.message(UUID.randomUUID(), type).getBytes(StandardCharsets.UTF_8));
        }
    }

    static ProbeSearch begin(Supplier<List<ProbeTarget>> networks, Duration time, Consumer<FoundCamera> listener) {
        ProbeSearch search = new ProbeSearch(networks, time, listener);
        Thread thread = new Thread(search::run, "rnvr-camera-search");
        thread.setDaemon(true);
        thread.start();
        return search;
    }

    @Override
    public CompletionStage<Void> done() {
        return done.minimalCompletionStage();
    }

    @Override
    public void close() {
        closed = true;
        selector.thenAccept(Selector::wakeup);
    }

    private void run() {
        try (Selector opened = Selector.open()) {
            selector.complete(opened);
            try {
                search(opened);
            } finally {
                opened.keys().forEach(ProbeSearch::close);
            }
            done.complete(null);
        } catch (ControlException e) {
            done.completeExceptionally(e);
        } catch (IOException e) {
            ControlException failure = new ControlException(Reason.UNREACHABLE, "");
            failure.initCause(e);
            done.completeExceptionally(failure);
        } catch (RuntimeException e) {
            LOG.error("The search for cameras failed", e);
            done.completeExceptionally(e);
        }
    }

    private void search(Selector opened) throws IOException, ControlException {
        long end = System.nanoTime() + timeNanos;
        for (ProbeTarget target : networks.get()) {
            open(target, opened);
        }
        if (!call(opened)) {
            throw new ControlException(Reason.UNREACHABLE, "");
        }
        long repeat = System.nanoTime() + REPEAT_NANOS;
        boolean repeated = false;
        while (!closed && System.nanoTime() - end < 0) {
            if (!repeated && System.nanoTime() - repeat >= 0) {
                repeated = true;
                call(opened);
            }
            long until = repeated ? end : Math.min(end, repeat);
            opened.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            for (SelectionKey key : opened.selectedKeys()) {
                receive((DatagramChannel) key.channel());
            }
            opened.selectedKeys().clear();
        }
    }

    private static void open(ProbeTarget target, Selector opened) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            if (target.network().isPresent()) {
                channel.setOption(
                        StandardSocketOptions.IP_MULTICAST_IF, target.network().get());
            }
            channel.bind(new InetSocketAddress(target.local(), 0));
            channel.configureBlocking(false);
            channel.register(opened, SelectionKey.OP_READ, target);
        } catch (IOException e) {
            LOG.info("No cameras are searched from {}: {}", target.local().getHostAddress(), e.toString());
            channel.close();
        }
    }

    /** Whether a call left. */
    private boolean call(Selector opened) {
        boolean left = false;
        for (SelectionKey key : opened.keys()) {
            ProbeTarget target = (ProbeTarget) key.attachment();
            try {
                for (byte[] call : calls) {
                    ((DatagramChannel) key.channel()).send(ByteBuffer.wrap(call), target.destination());
                }
                left = true;
            } catch (IOException e) {
                LOG.info("No cameras are called from {}: {}", target.local().getHostAddress(), e.toString());
            }
        }
        return left;
    }

    private void receive(DatagramChannel channel) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
            if (channel.receive(buffer) instanceof InetSocketAddress from) {
                byte[] message = new byte[buffer.flip().remaining()];
                buffer.get(message);
                ProbeMatches.read(message, from.getAddress()).forEach(this::tell);
            }
        } catch (ControlException e) {
            LOG.debug("An answer is no answer of a camera", e);
        } catch (IOException e) {
            LOG.debug("An answer could not be received", e);
        }
    }

    private void tell(FoundCamera camera) {
        if (closed || found.size() >= MOST_CAMERAS || !found.add(camera.id())) {
            return;
        }
        try {
            listener.accept(camera);
        } catch (RuntimeException e) {
            LOG.error("A listener failed with a found camera", e);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            LOG.debug("A channel of a search could not be closed", e);
        }
    }
}
