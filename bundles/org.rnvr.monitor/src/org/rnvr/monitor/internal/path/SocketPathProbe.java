package org.rnvr.monitor.internal.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rnvr.monitor.internal.path.PathResult.Reach;

/**
 * Looks by a TCP connection and an OPTIONS request (RFC 2326 section 10.1) on it, which a server answers without
 * credentials or with 401: any status line is an answer. Over TLS the connection alone counts.
 * <p>
 * One thread serves all looks: a failing switch makes all cameras of a site silent at once, and each is looked at several
 * times a second then. Only host names need threads of their own, since a silent name server holds them.
 */
public final class SocketPathProbe implements PathProbe, AutoCloseable {

    /** How long a look of the monitor's may take once the address is known. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** When a look ends whose name server is silent. */
    private static final Duration NAME_LIMIT = Duration.ofMillis(1200);

    private static final int NAME_THREADS = 16;

    private final AsynchronousChannelGroup group;
    private final ThreadPoolExecutor names;
    private final Duration limit;

    /** With threads of its own. */
    public SocketPathProbe() {
        this(LIMIT);
    }

    /**
     * With threads of its own.
     *
     * @param limit how long a look may take once the address is known
     */
    SocketPathProbe(Duration limit) {
        this.limit = limit;
        try {
            group = AsynchronousChannelGroup.withThreadPool(Executors.newSingleThreadExecutor(daemons("rnvr-path-")));
        } catch (IOException e) {
            throw new UncheckedIOException("No look at a network path is possible", e);
        }
        names = new ThreadPoolExecutor(
                NAME_THREADS, NAME_THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("rnvr-names-"));
        names.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public CompletionStage<PathResult> look(RtspAddress address) {
        CompletableFuture<PathResult> result = new CompletableFuture<>();
        if (address.isLiteral()) {
            look(address, result);
            return result;
        }
        result.completeOnTimeout(PathLook.silent(address), NAME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            names.execute(() -> look(address, result));
        } catch (RejectedExecutionException e) {
            result.complete(new PathResult(Reach.UNREACHABLE, "RNVR is ending."));
        }
        return result;
    }

    private void look(RtspAddress address, CompletableFuture<PathResult> result) {
        InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
        if (target.isUnresolved()) {
            result.complete(new PathResult(Reach.UNREACHABLE, "The host name " + address.host() + " is unknown."));
        } else {
            new PathLook(group, address, target, limit, result).begin();
        }
    }

    /** Ends looks that are under way. */
    @Override
    public void close() {
        names.shutdownNow();
        try {
            group.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException("Looks at network paths could not be ended", e);
        }
    }
}
