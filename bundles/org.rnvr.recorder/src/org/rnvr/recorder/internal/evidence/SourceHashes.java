package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.Segment;

/**
 * Computes hashes of recorded files on a thread of its own, while they are joined: what one of the two has read from the
 * disk, the other finds in memory.
 */
final class SourceHashes implements AutoCloseable {

    private static final long END_SECONDS = 10;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "rnvr-export-hashes");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins with these, after those of earlier calls. */
    Future<List<Sha256.Hashed>> begin(List<Segment> segments) {
        Callable<List<Sha256.Hashed>> work = () -> {
            Sha256.Hashed[] hashes = new Sha256.Hashed[segments.size()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = hash(segments.get(i));
            }
            return List.of(hashes);
        };
        return executor.submit(work);
    }

    /** Waits for what was begun. */
    static List<Sha256.Hashed> await(Future<List<Sha256.Hashed>> hashes) throws IOException {
        try {
            return hashes.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while files were read");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends it, done or not. */
    @Override
    public void close() {
        executor.shutdownNow(); // an interrupted channel is closed
        try {
            if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a disk does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Sha256.Hashed hash(Segment segment) throws IOException {
        try {
            // Of a file that grows, what is there now.
            long limit = segment.isOpen() ? Files.size(segment.file()) : Long.MAX_VALUE;
            return Sha256.of(segment.file(), limit, bytes -> {});
        } catch (IOException e) {
            throw new IOException("the recording " + segment.file() + " cannot be read: " + Failure.reason(e), e);
        }
    }
}
