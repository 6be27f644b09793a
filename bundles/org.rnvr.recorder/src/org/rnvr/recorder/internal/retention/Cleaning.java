package org.rnvr.recorder.internal.retention;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentsDeleted;
import org.rnvr.recorder.internal.volume.Look;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recording.Segment;

/**
 * One cleaning: carries out what {@link RetentionPolicy} decides, a batch a step, and tells what was deleted. Every step
 * waits for the disk; one thread at a time.
 */
final class Cleaning {

    /** A cleaning that takes long is told of in between. */
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private static final String ALERT_KIND = "storage";

    private final Volume volume;
    private final StorageSettings settings;
    private final Stock stock;
    private final Deletion deletion;
    private final Supplier<Moment> clock;
    private final Consumer<RnvrEvent> events;
    private final Set<Path> reported;

    private final Map<Path, IOException> failures = new LinkedHashMap<>();
    private final Set<Path> done = new HashSet<>();
    private final List<Segment> untold = new ArrayList<>();
    private Optional<RetentionPolicy> policy = Optional.empty();
    private Reason reason = Reason.AGE;
    private Moment untoldSince;
    private long untoldBytes;
    private long expectedFree;
    private boolean warned;
    private int deleted;

    /** @param reported files of which the operator knows that they cannot be deleted; those of this cleaning are added */
    Cleaning(
            Volume volume,
            StorageSettings settings,
            Stock stock,
            Supplier<Moment> clock,
            Consumer<RnvrEvent> events,
            Set<Path> reported) {
        this.volume = volume;
        this.settings = settings;
        this.stock = stock;
        this.deletion = new Deletion(volume, stock);
        this.clock = clock;
        this.events = events;
        this.reported = reported;
        untoldSince = clock.get();
    }

    /** Files deleted so far. */
    int deleted() {
        return deleted;
    }

    /**
     * Deletes one batch.
     *
     * @return whether there may be another
     * @throws IOException if the volume is away or fails; the cleaning is over
     */
    boolean step() throws IOException {
        try {
            boolean more = deleteNext();
            if (!more) {
                tell();
                reportFailures();
            }
            return more;
        } catch (IOException e) {
            tell();
            throw e;
        }
    }

    private boolean deleteNext() throws IOException {
        volume.require();
        FileStore store = Files.getFileStore(volume.folder());
        long free = store.getUsableSpace();
        Moment now = clock.get();
        if (policy.isEmpty()) {
            policy = Optional.of(new RetentionPolicy(settings, now.time(), store.getTotalSpace(), free));
            expectedFree = free;
        }
        // some file systems give space back only later, which must not make more go than is needed
        Optional<Batch> next = policy.get().next(Math.max(free, expectedFree), stock, done);
        if (next.isEmpty()) {
            return false;
        }
        Batch batch = next.get();
        if (!batch.reason().equals(reason)) {
            tell();
            reason = batch.reason();
        }
        warnOfBookmarked(now, batch);
        Deletion.Result result = deletion.delete(now.time(), batch.segments());
        expectedFree += result.freedBytes();
        batch.segments().forEach(segment -> done.add(segment.file()));
        note(now, result);
        if (!result.failures().isEmpty()) {
            failures.putAll(result.failures());
            Look look = volume.look(Look.Depth.THOROUGH);
            if (!look.text().isEmpty()) {
                throw new IOException(look.text());
            }
        }
        return true;
    }

    private void note(Moment now, Deletion.Result result) {
        if (untold.isEmpty()) {
            untoldSince = now;
        }
        deleted += result.gone().size();
        untold.addAll(result.gone());
        untoldBytes += result.freedBytes();
        if (now.nanos() - untoldSince.nanos() >= TELL_EVERY.toNanos()) {
            tell();
        }
    }

    private void tell() {
        if (untold.isEmpty()) {
            return;
        }
        Instant oldest =
                untold.stream().map(Segment::start).min(Instant::compareTo).orElseThrow();
        Instant newest =
                untold.stream().map(Segment::end).max(Instant::compareTo).orElseThrow();
        events.accept(new SegmentsDeleted(clock.get(), untold.size(), untoldBytes, oldest, newest, reason.word()));
        untold.clear();
        untoldBytes = 0;
    }

    private void warnOfBookmarked(Moment now, Batch batch) {
        if (batch.reason() == Reason.SPACE_BOOKMARKED && !warned) {
            warned = true;
            events.accept(new Alert(
                    now,
                    Optional.empty(),
                    ALERT_KIND,
                    "recordings with a bookmark are deleted, the oldest first, since nothing else is left to give room on "
                            + volume.folder()));
        }
    }

    private void reportFailures() {
        List<Path> unknown = failures.keySet().stream().filter(reported::add).toList();
        if (unknown.isEmpty()) {
            return;
        }
        Path first = unknown.get(0);
        IOException e = failures.get(first);
        String why = e instanceof FileSystemException f
                ? Optional.ofNullable(f.getReason()).orElse("permission denied")
                : e.getMessage();
        events.accept(new Alert(
                clock.get(),
                Optional.empty(),
                ALERT_KIND,
                "recordings that are to go cannot be deleted: " + first + " (" + why + ")"
                        + (unknown.size() == 1 ? "" : ", and " + (unknown.size() - 1) + " others")));
    }
}
