package org.rnvr.console.internal.playback.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring columns of pixels that are drawn alike.
 *
 * @param x the first
 * @param width how many, at least one
 */
public record PixelRun(int x, int width) {

    /**
     * The runs that spans take on a scale: what lies on one pixel is one run, however many spans that are. The work is bound by
     * the number of pixels, not by that of spans.
     *
     * @param spans by start, without overlaps
     * @param scale where they are seen; what is not seen has no run
     */
    public static List<PixelRun> of(List<? extends Span> spans, TimeScale scale) {
        List<PixelRun> runs = new ArrayList<>();
        Instant end = scale.to();
        int left = 0;
        int right = -1;
        int index = Spans.firstEndingFrom(spans, 0, scale.from());
        while (index < spans.size()) {
            Span span = spans.get(index);
            if (!span.from().isBefore(end)) {
                break;
            }
            int from = Math.max(0, scale.x(span.from()));
            int to = Math.min(scale.width(), Math.max(from + 1, scale.x(span.to())));
            if (right < 0) {
                left = from;
            } else if (from > right) {
                runs.add(new PixelRun(left, right - left));
                left = from;
            }
            right = Math.max(right, to);
            index = Spans.firstEndingFrom(spans, index + 1, scale.at(right));
        }
        if (right > left) {
            runs.add(new PixelRun(left, right - left));
        }
        return runs;
    }
}
