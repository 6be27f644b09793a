package org.rnvr.recorder.internal.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.StorageSettings;
import org.rnvr.recorder.internal.volume.SpaceLimits;
import org.rnvr.recording.Segment;

/**
 * Decides which recordings go, batch by batch; for one cleaning.
 * <p>
 * First what is older than it is to be kept, then, if free space is short when the cleaning begins, the oldest until it is
 * not, with a reserve. What has a bookmark has no age, and goes for space only if nothing else is left and the minimum to
 * be kept free is not reached; the threshold of used space alone takes none of it.
 * <p>
 * Without clock and disk, but for the stock it is given. For one thread.
 */
final class RetentionPolicy {

    /** Later than any recording, and yet a time that any catalog can write down. */
    private static final Instant ANY_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final StorageSettings settings;
    private final SpaceLimits limits;
    private final Instant keptSince;
    private final boolean spaceWasShort;
    private final boolean bookmarkedMayGo;

    /**
     * Begins a cleaning.
     *
     * @param now when
     * @param totalBytes size of the volume
     * @param freeBytes free space
     */
    RetentionPolicy(StorageSettings settings, Instant now, long totalBytes, long freeBytes) {
        this.settings = settings;
        limits = SpaceLimits.of(settings, totalBytes);
        keptSince = now.minus(Duration.ofDays(settings.retentionDays()));
        spaceWasShort = freeBytes < limits.cleanBelow();
        bookmarkedMayGo = freeBytes < limits.lowBelow() || freeBytes < limits.fullUntil();
    }

    /**
     * What is to go next.
     *
     * @param freeBytes free space, counting what was deleted already
     * @param passedOver files that do not count: deleted, which the stock may not know yet, or impossible to delete
     * @return empty when the cleaning is done
     */
    Optional<Batch> next(long freeBytes, Stock stock, Set<Path> passedOver) throws IOException {
        List<Segment> aged = oldest(keptSince, false, stock, passedOver);
        if (!aged.isEmpty()) {
            return Optional.of(new Batch(Reason.AGE, aged));
        }
        if (spaceWasShort && freeBytes < limits.cleanUntil()) {
            List<Segment> oldest = oldest(ANY_TIME, false, stock, passedOver);
            if (!oldest.isEmpty()) {
                return Optional.of(new Batch(Reason.SPACE, enough(oldest, limits.cleanUntil() - freeBytes)));
            }
        }
        long until = Math.max(limits.lowUntil(), limits.fullUntil());
        if (bookmarkedMayGo && freeBytes < until) {
            List<Segment> oldest = oldest(ANY_TIME, true, stock, passedOver);
            if (!oldest.isEmpty()) {
                return Optional.of(new Batch(Reason.SPACE_BOOKMARKED, enough(oldest, until - freeBytes)));
            }
        }
        return Optional.empty();
    }

    private List<Segment> oldest(Instant endedBefore, boolean bookmarkedToo, Stock stock, Set<Path> passedOver)
            throws IOException {
        int limit = settings.deleteBatchSize();
        int asked = limit;
        while (true) {
            List<Segment> found = stock.oldest(asked, endedBefore, bookmarkedToo);
            List<Segment> eligible = found.stream()
                    .filter(segment -> !segment.isOpen() && !passedOver.contains(segment.file()))
                    .limit(limit)
                    .toList();
            if (eligible.size() == limit || found.size() < asked) {
                return eligible;
            }
            asked *= 2; // what must not go stands before what may
        }
    }

    private static List<Segment> enough(List<Segment> oldest, long bytes) {
        List<Segment> enough = new ArrayList<>();
        long freed = 0;
        for (Segment segment : oldest) {
            if (freed >= bytes) {
                break;
            }
            enough.add(segment);
            freed += segment.bytes();
        }
        return enough;
    }
}
