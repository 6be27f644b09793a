package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Warning;

/** The rules of warnings: one event an episode of each strategy. */
final class Warnings {

    /** A warning that was not upheld for this long is over; the next one is journalled again. */
    static final Duration OVER = Duration.ofSeconds(5);

    private Warnings() {}

    static Map<String, Phase.Warned> after(
            Map<String, Phase.Warned> before,
            String camera,
            List<Judgement> judgements,
            Now now,
            List<Effect> effects) {
        if (before.isEmpty() && judgements.stream().noneMatch(Warnings::warns)) {
            return before;
        }
        Map<String, Phase.Warned> warnings = new HashMap<>(before);
        for (Judgement judgement : judgements) {
            if (!warns(judgement)) {
                continue;
            }
            Phase.Warned warned = warnings.get(judgement.strategy());
            String reason = warned == null ? judgement.assessment().reason() : warned.reason();
            warnings.put(judgement.strategy(), new Phase.Warned(reason, now.nanos()));
            if (warned == null) {
                effects.add(new Effect.Publish(new Warning(now.moment(), camera, judgement.strategy(), reason)));
            }
        }
        warnings.values().removeIf(warned -> now.since(warned.lastNanos()) >= OVER.toNanos());
        return warnings;
    }

    private static boolean warns(Judgement judgement) {
        return judgement.assessment().grade() == Grade.WARNING;
    }
}
