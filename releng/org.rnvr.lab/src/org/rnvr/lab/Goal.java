package org.rnvr.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What the product should reach, and what it reached.
 *
 * @param text what was asked for
 * @param actual what came
 * @param reached whether that is enough
 */
record Goal(String text, String actual, boolean reached) {

    private static final double SUSPECT_MEDIAN = 500;
    private static final double SUSPECT_MOST = 1000;
    private static final double VERDICT_MOST = 2000;
    private static final double BACK_MOST = 500;
    private static final double END_NOTICED_MOST = 100;
    private static final double END_VERDICT_MOST = 200;
    private static final double KEPT_SHARE = 0.95;
    private static final int BORNE_LOSS_PERCENT = 10;

    /** The goals for a scenario, held against what a recorder did. */
    static List<Goal> of(Summary summary) {
        List<Goal> goals = new ArrayList<>();
        int samples = summary.samples().size();
        switch (summary.results().scenario().wish()) {
            case NOTICE_SILENCE -> {
                goals.add(limit("suspect p50", summary.noticed().percentile(50), SUSPECT_MEDIAN));
                goals.add(most("suspect", summary.noticed(), samples, SUSPECT_MOST));
                goals.add(most("lost", summary.verdict(), samples, VERDICT_MOST));
                goals.add(most("restored to first frame", summary.back(), samples, BACK_MOST));
                goals.add(new Goal(
                        "no damaged file",
                        Integer.toString(summary.files().damaged()),
                        summary.files().damaged() == 0));
            }
            case NOTICE_END -> {
                goals.add(most("noticed", summary.noticed(), samples, END_NOTICED_MOST));
                goals.add(most("lost", summary.verdict(), samples, END_VERDICT_MOST));
            }
            case NOTICE_STALL -> {
                goals.add(most("suspect", summary.noticed(), samples, SUSPECT_MOST));
                goals.add(most("stalled or lost", summary.verdict(), samples, VERDICT_MOST));
            }
            case KEEP_SESSION -> {
                Predicate<Sample> right =
                        sample -> sample.noticedMs().isPresent() && (sample.kept() || replacedInTime(summary, sample));
                long count = summary.samples().stream().filter(right).count();
                goals.add(new Goal(
                        "suspected, session and file kept in 19 of 20",
                        count + " of " + samples,
                        count >= KEPT_SHARE * samples));
            }
            case BEAR_LOSS -> {
                if (summary.results().scenario().percent() <= BORNE_LOSS_PERCENT) {
                    goals.add(
                            new Goal("no reconnection", Integer.toString(summary.sessions()), summary.sessions() == 0));
                }
            }
        }
        return goals;
    }

    /**
     * TCP waits longer after every retransmission in vain (RFC 6298, section 5.5): after a glitch of 3 s the old session
     * may resume only 3 s after the path is back. Replacing it is right if the new session's first frame comes before; the
     * bare session on the same camera tells when it would have resumed.
     */
    private static boolean replacedInTime(Summary summary, Sample sample) {
        return summary.results().transport() == Transport.TCP
                && sample.backMs().isPresent()
                && summary.results().samples().stream()
                        .filter(other -> other.system().equals(Systems.BARE_RTSPSRC)
                                && other.camera().equals(sample.camera())
                                && other.repetition() == sample.repetition())
                        .anyMatch(other -> other.backMs().orElse(Double.MAX_VALUE)
                                > sample.backMs().getAsDouble());
    }

    private static Goal limit(String what, OptionalDouble actual, double limit) {
        return new Goal(
                String.format(Locale.ROOT, "%s <= %.1f s", what, limit / 1000),
                actual.isPresent() ? String.format(Locale.ROOT, "%.2f s", actual.getAsDouble() / 1000) : "never",
                actual.isPresent() && actual.getAsDouble() <= limit);
    }

    private static Goal most(String what, Figures figures, int samples, double limit) {
        Goal goal = limit(what + " max", figures.max(), limit);
        if (figures.count() == samples) {
            return goal;
        }
        return new Goal(goal.text(), goal.actual() + ", " + (samples - figures.count()) + " never", false);
    }
}
