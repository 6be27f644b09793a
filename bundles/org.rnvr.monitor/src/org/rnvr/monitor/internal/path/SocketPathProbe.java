package org.rnvr.monitor.internal.path;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rnvr.monitor.internal.path.PathResult.Reach;

/**
 * Looks by a TCP connection and an OPTIONS request (RFC 2326 section 10.1) on it, which a server answers without
 * credentials or with 401: any status line is an answer. Over TLS the connection alone counts.
 */
public final class SocketPathProbe implements PathProbe, AutoCloseable {

    /** How long a look may take once the address is known. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** When a look ends whose thread a silent name server still holds. */
    private static final Duration NAME_LIMIT = Duration.ofMillis(1200);

    /**
     * A look at a silent host holds its thread for the whole limit, and a failing switch makes all cameras of a site silent
     * at once. A look that had to queue would come too late for a verdict.
     */
    private static final int THREADS = 64;

    private static final int STATUS_LINE_MAX = 256;

    private final ThreadPoolExecutor pool;

    /** With threads of its own, which are there only while they are needed. */
    public SocketPathProbe() {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "rnvr-path-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public CompletionStage<PathResult> look(RtspAddress address) {
        CompletableFuture<PathResult> result = new CompletableFuture<>();
        try {
            pool.execute(() -> {
                result.completeOnTimeout(silent(address), NAME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                result.complete(connect(address));
            });
        } catch (RejectedExecutionException e) {
            result.complete(new PathResult(Reach.UNREACHABLE, "RNVR is ending."));
        }
        return result;
    }

    /** Ends looks that are under way. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static PathResult silent(RtspAddress address) {
        return new PathResult(Reach.UNREACHABLE, "Nothing answers at " + address.host() + ":" + address.port() + ".");
    }

    private static PathResult connect(RtspAddress address) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String place = address.host() + ":" + address.port();
        try (Socket socket = new Socket()) {
            InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
            if (target.isUnresolved()) {
                throw new UnknownHostException(address.host());
            }
            socket.setTcpNoDelay(true);
            socket.connect(target, millisLeft(deadline));
            return address.tls()
                    ? new PathResult(Reach.ANSWERED, place + " accepts connections.")
                    : ask(socket, address, deadline, place);
        } catch (UnknownHostException e) {
            return new PathResult(Reach.UNREACHABLE, "The host name " + address.host() + " is unknown.");
        } catch (SocketTimeoutException e) {
            return silent(address);
        } catch (ConnectException e) {
            return new PathResult(Reach.UNREACHABLE, place + " refuses the connection or is not reachable: " + why(e));
        } catch (IOException | IllegalArgumentException e) {
            return new PathResult(Reach.UNREACHABLE, place + " is not reachable: " + why(e));
        }
    }

    private static PathResult ask(Socket socket, RtspAddress address, long deadline, String place) {
        try {
            String request = "OPTIONS " + address.url() + " RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: RNVR\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String line = firstLine(socket, deadline);
            return line.matches("RTSP/\\d\\.\\d \\d{3}.*")
                    ? new PathResult(Reach.ANSWERED, place + " answers: " + line)
                    : new PathResult(Reach.UNCERTAIN, place + " accepts connections and answers no RTSP request.");
        } catch (InterruptedIOException e) {
            return new PathResult(Reach.UNCERTAIN, place + " accepts connections and answers no request.");
        } catch (IOException e) {
            return new PathResult(Reach.UNCERTAIN, place + " accepts connections and drops them: " + why(e));
        }
    }

    private static String firstLine(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        while (line.length() < STATUS_LINE_MAX) {
            socket.setSoTimeout(millisLeft(deadline));
            int c = in.read();
            if (c < 0 || c == '\n') {
                break;
            }
            if (c >= ' ' && c < 127) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static int millisLeft(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) left;
    }

    private static String why(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
