package org.rnvr.monitor.internal.camera;

import java.time.Instant;
import java.util.List;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.monitor.internal.connection.Judgement;

/** What strategies think of one camera, with the time since when. On the monitor's lane only. */
final class StandingAssessments {

    private List<StrategyAssessment> latest = List.of();

    /**
     * What they think now.
     *
     * @param session the active session
     * @param judgements what each strategy says of it
     * @param now the wall clock
     */
    List<StrategyAssessment> of(long session, List<Judgement> judgements, Instant now) {
        latest = judgements.stream()
                .map(judgement -> new StrategyAssessment(
                        judgement.strategy(), session, judgement.assessment(), since(session, judgement, now)))
                .toList();
        return latest;
    }

    private Instant since(long session, Judgement judgement, Instant now) {
        return latest.stream()
                .filter(before -> before.session() == session
                        && before.strategy().equals(judgement.strategy())
                        && before.assessment().grade() == judgement.assessment().grade())
                .findFirst()
                .map(StrategyAssessment::since)
                .orElse(now);
    }
}
