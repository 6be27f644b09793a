package org.rnvr.monitor.internal.path;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.channels.ShutdownChannelGroupException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rnvr.monitor.internal.path.PathResult.Reach;

/** One look: connects, asks, and waits for a status line, without holding a thread meanwhile. */
final class PathLook {

    private static final int STATUS_LINE_MAX = 256;

    private final AsynchronousChannelGroup group;
    private final RtspAddress address;
    private final InetSocketAddress target;
    private final Duration limit;
    private final CompletableFuture<PathResult> result;
    private final StringBuilder line = new StringBuilder();

    PathLook(
            AsynchronousChannelGroup group,
            RtspAddress address,
            InetSocketAddress target,
            Duration limit,
            CompletableFuture<PathResult> result) {
        this.group = group;
        this.address = address;
        this.target = target;
        this.limit = limit;
        this.result = result;
    }

    /** What is told of an address at which nothing answers. */
    static PathResult silent(RtspAddress address) {
        return unreachable("Nothing answers at " + place(address) + ".");
    }

    private static String place(RtspAddress address) {
        return address.host() + ":" + address.port();
    }

    private static PathResult unreachable(String text) {
        return new PathResult(Reach.UNREACHABLE, text);
    }

    void begin() {
        try {
            AsynchronousSocketChannel channel = AsynchronousSocketChannel.open(group);
            // Until it is connected, nothing answers; from then on, something accepts connections and says nothing.
            Outcome outcome = new Outcome(silent(address));
            CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> end(channel, outcome.ifNothingComes));
            result.whenComplete((found, failure) -> close(channel));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(target, outcome, new Connected(channel));
        } catch (IOException | ShutdownChannelGroupException | IllegalArgumentException e) {
            result.complete(unreachable(place(address) + " is not reachable: " + why(e)));
        }
    }

    private void end(AsynchronousSocketChannel channel, PathResult found) {
        result.complete(found);
        close(channel);
    }

    private void close(AsynchronousSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            result.complete(unreachable(place(address) + " is not reachable: " + why(e)));
        }
    }

    /** What the look comes to if nothing further is heard. */
    private static final class Outcome {
        private volatile PathResult ifNothingComes;

        private Outcome(PathResult ifNothingComes) {
            this.ifNothingComes = ifNothingComes;
        }
    }

    private final class Connected implements CompletionHandler<Void, Outcome> {
        private final AsynchronousSocketChannel channel;

        private Connected(AsynchronousSocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void completed(Void nothing, Outcome outcome) {
            if (address.tls()) {
                result.complete(new PathResult(Reach.ANSWERED, place(address) + " accepts connections."));
                return;
            }
            outcome.ifNothingComes =
                    new PathResult(Reach.UNCERTAIN, place(address) + " accepts connections and answers no request.");
            String request = "OPTIONS " + address.url() + " RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: RNVR\r\n\r\n";
            new Exchange(channel).write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void failed(Throwable failure, Outcome outcome) {
            result.complete(
                    failure instanceof ConnectException
                            ? unreachable(
                                    place(address) + " refuses the connection or is not reachable: " + why(failure))
                            : unreachable(place(address) + " is not reachable: " + why(failure)));
        }
    }

    private final class Exchange implements CompletionHandler<Integer, ByteBuffer> {
        private final AsynchronousSocketChannel channel;
        private boolean asked;

        private Exchange(AsynchronousSocketChannel channel) {
            this.channel = channel;
        }

        private void write(ByteBuffer request) {
            channel.write(request, limit.toNanos(), TimeUnit.NANOSECONDS, request, this);
        }

        private void read(ByteBuffer buffer) {
            channel.read(buffer, limit.toNanos(), TimeUnit.NANOSECONDS, buffer, this);
        }

        @Override
        public void completed(Integer count, ByteBuffer buffer) {
            if (!asked) {
                if (buffer.hasRemaining()) {
                    write(buffer);
                } else {
                    asked = true;
                    read(ByteBuffer.allocate(STATUS_LINE_MAX));
                }
                return;
            }
            boolean whole = count < 0;
            buffer.flip();
            while (buffer.hasRemaining() && !whole) {
                char c = (char) (buffer.get() & 0xff);
                whole = c == '\n' || line.length() >= STATUS_LINE_MAX;
                if (c >= ' ' && c < 127) {
                    line.append(c);
                }
            }
            if (whole) {
                result.complete(
                        line.toString().matches("RTSP/\\d\\.\\d \\d{3}.*")
                                ? new PathResult(Reach.ANSWERED, place(address) + " answers: " + line)
                                : new PathResult(
                                        Reach.UNCERTAIN,
                                        place(address) + " accepts connections and answers no RTSP request."));
            } else {
                buffer.clear();
                read(buffer);
            }
        }

        @Override
        public void failed(Throwable failure, ByteBuffer buffer) {
            if (failure instanceof InterruptedByTimeoutException) {
                return;
            }
            result.complete(new PathResult(
                    Reach.UNCERTAIN, place(address) + " accepts connections and drops them: " + why(failure)));
        }
    }

    private static String why(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
