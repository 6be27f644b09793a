package org.rnvr.console.internal.playback.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds its way in spans that are sorted and do not overlap, by halves. */
final class Spans {

    private Spans() {}

    /** Index of the first span, from this one on, that ends at or after a moment; their number if none does. */
    static int firstEndingFrom(List<? extends Span> spans, int start, Instant moment) {
        int low = start;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).to().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The span of a moment. */
    static <S extends Span> Optional<S> at(List<S> spans, Instant moment) {
        int index = firstEndingFrom(spans, 0, moment);
        return index < spans.size() && !spans.get(index).from().isAfter(moment)
                ? Optional.of(spans.get(index))
                : Optional.empty();
    }
}
