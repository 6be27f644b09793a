package org.rnvr.host.internal;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rnvr.host.HostStatus.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a volume on a thread of its own: one over the network that does not answer holds nothing else up. */
final class VolumeSpace {

    private static final Logger LOGGER = LoggerFactory.getLogger(VolumeSpace.class);

    private final ExecutorService thread;
    private final Duration patience;
    private CompletableFuture<Optional<Disk>> look = CompletableFuture.completedFuture(Optional.empty());

    /**
     * Of volumes that are looked at on this thread.
     *
     * @param patience how long an answer is waited for
     */
    VolumeSpace(ExecutorService thread, Duration patience) {
        this.thread = thread;
        this.patience = patience;
    }

    /** Room on the volume of this folder; empty if there is none or it does not answer soon. */
    Optional<Disk> of(Path folder) throws InterruptedException {
        if (look.isDone()) {
            look = CompletableFuture.supplyAsync(() -> space(folder.toFile()), thread);
        }
        try {
            return look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOGGER.debug("the volume of {} does not answer", folder);
            return Optional.empty();
        } catch (ExecutionException e) {
            LOGGER.warn("the volume of {} cannot be looked at", folder, e.getCause());
            return Optional.empty();
        }
    }

    private static Optional<Disk> space(File folder) {
        long total = folder.getTotalSpace();
        return total > 0 ? Optional.of(new Disk(total, folder.getUsableSpace())) : Optional.empty();
    }
}
