package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Moment;
import org.rnvr.event.Recovered;
import org.rnvr.event.Suspect;
import org.rnvr.event.Warning;

/** The rules of a session that feeds recording and views and is not dead: suspicion, recovery, warnings. */
final class LiveLogic {

    /** A warning that was not upheld for this long is over; the next one is journalled again. */
    static final Duration WARNING_OVER = Duration.ofSeconds(5);

    private LiveLogic() {}

    static Phase.Live mediaSeen(Phase.Live live, Input.Observed observed) {
        long media = later(live.lastMediaNanos(), observed.lastMediaNanos());
        long video = later(live.lastVideoNanos(), observed.lastVideoNanos());
        if (media == live.lastMediaNanos() && video == live.lastVideoNanos()) {
            return live;
        }
        return new Phase.Live(
                live.session(),
                live.sinceNanos(),
                live.level(),
                media,
                video,
                live.suspicion().map(suspicion -> suspicion.mediaAt(media)),
                live.warnings());
    }

    static Phase.Live judge(
            Phase.Live live, String camera, List<Judgement> judgements, Moment at, List<Effect> effects) {
        Optional<Suspicion> suspicion = suspicion(live, camera, judgements, at, effects);
        Map<String, Phase.Warned> warnings = warnings(live, camera, judgements, at, effects);
        if (suspicion.equals(live.suspicion()) && warnings.equals(live.warnings())) {
            return live;
        }
        return new Phase.Live(
                live.session(),
                live.sinceNanos(),
                live.level(),
                live.lastMediaNanos(),
                live.lastVideoNanos(),
                suspicion,
                warnings);
    }

    private static Optional<Suspicion> suspicion(
            Phase.Live live, String camera, List<Judgement> judgements, Moment at, List<Effect> effects) {
        Suspicion suspicion = live.suspicion().orElse(null);
        boolean suspected = false;
        for (Judgement judgement : judgements) {
            Assessment assessment = judgement.assessment();
            if (assessment.grade() != Grade.SUSPECT) {
                continue;
            }
            suspected = true;
            if (suspicion != null && suspicion.strategies().contains(judgement.strategy())) {
                continue;
            }
            suspicion = suspicion == null
                    ? Suspicion.since(live.lastMediaNanos(), judgement)
                    : suspicion.with(judgement.strategy());
            effects.add(new Effect.Publish(new Suspect(
                    at,
                    camera,
                    judgement.strategy(),
                    live.silenceMs(at.nanos()),
                    assessment.level(),
                    assessment.reason())));
        }
        if (suspicion != null && !suspected && suspicion.resumedAt().isPresent()) {
            long silence = suspicion.resumedAt().getAsLong() - suspicion.silentSince();
            effects.add(new Effect.Publish(new Recovered(at, camera, silence / 1_000_000)));
            return Optional.empty();
        }
        return Optional.ofNullable(suspicion);
    }

    private static Map<String, Phase.Warned> warnings(
            Phase.Live live, String camera, List<Judgement> judgements, Moment at, List<Effect> effects) {
        if (live.warnings().isEmpty()
                && judgements.stream()
                        .noneMatch(judgement -> judgement.assessment().grade() == Grade.WARNING)) {
            return live.warnings();
        }
        Map<String, Phase.Warned> warnings = new HashMap<>(live.warnings());
        for (Judgement judgement : judgements) {
            if (judgement.assessment().grade() != Grade.WARNING) {
                continue;
            }
            Phase.Warned warned = warnings.get(judgement.strategy());
            String reason = warned == null ? judgement.assessment().reason() : warned.reason();
            warnings.put(judgement.strategy(), new Phase.Warned(reason, at.nanos()));
            if (warned == null) {
                effects.add(new Effect.Publish(new Warning(at, camera, judgement.strategy(), reason)));
            }
        }
        warnings.values().removeIf(warned -> at.nanos() - warned.lastNanos() >= WARNING_OVER.toNanos());
        return warnings;
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
