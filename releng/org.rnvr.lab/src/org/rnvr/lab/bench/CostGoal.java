package org.rnvr.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What recording, showing or starting may cost.
 *
 * @param text the goal
 * @param ratio what was measured
 * @param most what it may be
 */
record CostGoal(String text, double ratio, double most) {

    private static final double MOST_CPU = 1.10;
    private static final double MOST_MEMORY = 0.25;

    /** Those goals that the rounds can tell of. */
    static List<CostGoal> of(Comparison comparison) {
        List<CostGoal> goals = new ArrayList<>();
        List<Integer> cameras = comparison.cameras();
        if (cameras.isEmpty()) {
            return goals;
        }
        int few = cameras.get(0);
        int many = cameras.get(cameras.size() - 1);
        comparison
                .ratio(Systems.PRODUCT, Systems.GSTREAMER, many, Measurement::cpu)
                .ifPresent(ratio -> goals.add(new CostGoal(
                        "processor time for " + many + " cameras, against bare GStreamer", ratio, MOST_CPU)));
        OptionalDouble ours = comparison.perCamera(Systems.PRODUCT, few, many, Measurement::proportionalMb);
        OptionalDouble theirs = comparison.perCamera(Systems.FFMPEG, few, many, Measurement::proportionalMb);
        if (ours.isPresent() && theirs.isPresent()) {
            goals.add(new CostGoal(
                    "memory for each further camera, against a process of ffmpeg",
                    ours.getAsDouble() / theirs.getAsDouble(),
                    MOST_MEMORY));
        }
        return goals;
    }

    boolean reached() {
        return ratio <= most;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%-6s %s: %.2f, at most %.2f", reached() ? "ok" : "MISSED", text, ratio, most);
    }
}
