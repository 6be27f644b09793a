package org.rnvr.pipeline.gst.internal.playback;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A step that several cameras take together. It leads to a frame of the camera that comes first; where that has none near, as
 * nothing is recorded of it there, to the nearest of all.
 *
 * @param from from where, in nanoseconds since the epoch
 * @param frames how many frames, negative for backwards
 * @param patience how long a camera may take to know
 */
record JointStep(long from, int frames, Duration patience) {

    private static final long LONGEST_FRAME = 250_000_000L;

    /** Where it leads: where it began, if there is nothing more in its direction. */
    CompletableFuture<Long> find(List<Projector> projectors) {
        if (projectors.isEmpty() || frames == 0) {
            return CompletableFuture.completedFuture(from);
        }
        return ask(projectors.get(0))
                .thenCompose(first -> first.filter(this::isNear).isPresent() || projectors.size() == 1
                        ? CompletableFuture.completedFuture(first.orElse(from))
                        : nearest(first, projectors.subList(1, projectors.size())));
    }

    private CompletableFuture<Long> nearest(Optional<Long> first, List<Projector> others) {
        List<CompletableFuture<Optional<Long>>> asked =
                others.stream().map(this::ask).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(all -> asked.stream()
                .flatMap(answer -> answer.join().stream())
                .min(Comparator.comparingLong(this::distance))
                .filter(found -> first.isEmpty() || distance(found) < distance(first.get()))
                .or(() -> first)
                .orElse(from));
    }

    private CompletableFuture<Optional<Long>> ask(Projector projector) {
        return projector
                .find(from, frames)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(found -> found.filter(this::isAhead));
    }

    private boolean isAhead(long moment) {
        return frames > 0 ? moment > from : moment < from;
    }

    private boolean isNear(long moment) {
        return distance(moment) <= LONGEST_FRAME * Math.abs((long) frames);
    }

    private long distance(long moment) {
        return Math.abs(moment - from);
    }
}
