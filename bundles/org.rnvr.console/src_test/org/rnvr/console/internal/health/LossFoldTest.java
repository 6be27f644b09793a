package org.rnvr.console.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.health.Loss.Cause;
import org.rnvr.console.internal.health.Loss.Ending;
import org.rnvr.event.Moment;
import org.rnvr.journal.JournalEntry;

class LossFoldTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LossFold fold = new LossFold();

    @Test
    void aLossThatANewSessionEndsIsOne() {
        say(10, "suspect", "strategy", "adaptive", "silence_ms", "1200", "level", "8", "reason", "No media.");
        say(16, "lost", "strategy", "keepalive", "silence_ms", "7000", "reason", "No answer.");
        assertTrue(only().isOngoing());
        assertEquals(Optional.of(Duration.ofSeconds(21)), only().outage(NOON.plusSeconds(30)));
        say(17, "reconnecting", "attempt", "1", "next_ms", "500");
        say(20, "streaming", "session", "2");
        say(20, "reconnected", "session", "2", "outage_ms", "11500");
        say(21, "gap", "from", at(9).toString(), "to", at(20).toString(), "cause", "loss");
        Loss loss = only();
        assertEquals(at(9), loss.since());
        assertEquals(Cause.LOST, loss.cause());
        assertEquals("keepalive", loss.strategy());
        assertEquals("No answer.", loss.reason());
        assertEquals(Duration.ofSeconds(7), loss.notice());
        assertEquals(Ending.RECONNECTED, loss.ending());
        assertEquals(Optional.of(Duration.ofMillis(11_500)), loss.outage());
        assertEquals(Duration.ofSeconds(11), loss.unrecorded());
    }

    @Test
    void aSuspicionThatPassesIsNoLoss() {
        say(10, "suspect", "strategy", "adaptive", "silence_ms", "1200");
        assertEquals(LossHistory.NONE, fold.history());
        say(11, "recovered", "silence_ms", "2000");
        assertEquals(new LossHistory(List.of(), List.of(at(11))), fold.history());
    }

    @Test
    void aSuspicionThatANewSessionAnswersIsALoss() {
        say(10, "suspect", "strategy", "adaptive", "silence_ms", "1200");
        say(12, "streaming", "session", "2");
        say(12, "reconnected", "session", "2", "outage_ms", "3200");
        assertEquals(Cause.SUSPECT, only().cause());
        assertEquals(Duration.ofMillis(1200), only().notice());
        assertEquals(Ending.RECONNECTED, only().ending());
    }

    @Test
    void aCameraThatStallsFirstWasNoticedThen() {
        say(10, "stalled", "strategy", "frames", "silence_ms", "3000");
        say(30, "lost", "strategy", "keepalive", "silence_ms", "23000");
        say(40, "offline", "attempts", "5");
        assertEquals(Cause.LOST, only().cause());
        assertEquals("frames", only().strategy());
        assertEquals(Duration.ofSeconds(3), only().notice());
        assertEquals(Ending.OFFLINE, only().ending());
        assertTrue(only().isOngoing());
        say(50, "recovered", "silence_ms", "43000");
        assertEquals(Ending.RECOVERED, only().ending());
        assertEquals(Optional.of(Duration.ofSeconds(43)), only().outage());
    }

    @Test
    void howLongACameraIsGoneThatIsStartedAnewOrOutlastsTheRecorderIsNotClaimed() {
        say(10, "lost", "strategy", "pipeline", "silence_ms", "0", "reason", "The session ended.");
        say(3000, "streaming", "session", "2");
        assertEquals(Ending.STARTED_ANEW, only().ending());
        assertEquals(Optional.empty(), only().outage(at(4000)));
        say(4000, "lost", "strategy", "pipeline", "silence_ms", "0");
        say(9000, "started", "version", "0.1.0");
        assertEquals(Ending.RECORDER_ENDED, fold.history().losses().get(0).ending());
        assertEquals(Optional.empty(), fold.history().losses().get(0).outage());
        assertEquals(2, fold.history().losses().size(), "the newest first");
    }

    @Test
    void theRecordersEndEndsALossAndForgetsASuspicion() {
        say(10, "lost", "strategy", "keepalive", "silence_ms", "5000");
        say(20, "stopped", "version", "0.1.0");
        assertEquals(Ending.RECORDER_ENDED, only().ending());
        assertEquals(Optional.of(Duration.ofSeconds(15)), only().outage());
        say(30, "suspect", "strategy", "adaptive", "silence_ms", "1200");
        say(31, "stopped", "version", "0.1.0");
        say(40, "reconnected", "session", "2", "outage_ms", "3200");
        assertEquals(1, fold.history().losses().size());
    }

    @Test
    void whatIsMissingFromALineIsNotMadeUp() {
        say(10, "lost");
        say(20, "streaming");
        say(20, "reconnected");
        say(21, "gap", "from", "yesterday", "to", "today", "cause", "loss");
        say(22, "gap", "from", at(10).toString(), "to", at(20).toString(), "cause", "storage");
        assertEquals("", only().strategy());
        assertEquals(Optional.empty(), only().outage());
        assertEquals(Duration.ZERO, only().unrecorded());
    }

    @Test
    void sumsAreOfThePeriod() {
        say(10, "lost", "silence_ms", "1000");
        say(20, "reconnected", "outage_ms", "11000");
        say(30, "suspect", "silence_ms", "1000");
        say(31, "recovered", "silence_ms", "2000");
        say(100, "lost", "silence_ms", "2000");
        say(110, "reconnected", "outage_ms", "12000");
        say(200, "stalled", "silence_ms", "4000");
        LossSums all = LossSums.of(fold.history(), at(216));
        assertEquals(
                new LossSums(
                        3,
                        Duration.ofSeconds(43),
                        Optional.of(Duration.ofSeconds(20)),
                        Optional.of(Duration.ofSeconds(2)),
                        1),
                all);
        LossSums newer = LossSums.of(fold.history().from(at(50)), at(216));
        assertEquals(2, newer.number());
        assertEquals(Optional.of(Duration.ofSeconds(3)), newer.medianNotice());
        assertEquals(0, newer.passed());
        assertFalse(LossSums.of(LossHistory.NONE, at(0)).worst().isPresent());
    }

    private Loss only() {
        assertEquals(1, fold.history().losses().size());
        return fold.history().losses().get(0);
    }

    private void say(long second, String event, String... fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        fold.take(new JournalEntry(new Moment(at(second), second), event, Optional.of("gate"), map));
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
