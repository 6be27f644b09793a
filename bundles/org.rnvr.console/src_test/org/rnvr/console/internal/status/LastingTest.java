package org.rnvr.console.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.status.Trouble.Kind;

class LastingTest {

    private static final Trouble GATE = SimulatedTroubles.lost("gate");
    private static final Trouble YARD = SimulatedTroubles.lost("yard");
    private static final Trouble CPU = SimulatedTroubles.of(Kind.CPU, "", "");

    private final Lasting lasting = new Lasting();
    private final List<String> told = new ArrayList<>();
    private int second;

    @Test
    void whatPassesIsNotTold() {
        for (int i = 0; i < 20; i++) {
            run(9, GATE);
            run(1);
        }
        assertEquals(List.of(), told);
        assertEquals(List.of(), lasting.alerts());
    }

    @Test
    void whatLastsIsToldOnceAndItsEndOnceItStaysAway() {
        run(300, GATE);
        run(60);
        assertEquals(List.of("10 begun gate", "309 ended gate"), told);
    }

    @Test
    void whatComesAndGoesIsOneAlertSinceItsBeginning() {
        run(60, GATE);
        for (int i = 0; i < 50; i++) {
            run(8);
            run(8, GATE);
        }
        assertEquals(List.of("10 begun gate"), told);
        assertEquals(SimulatedTroubles.NOON, lasting.alerts().get(0).since());
    }

    @Test
    void whatHasLastedAlreadyIsToldAtOnce() {
        run(1, CPU);
        assertEquals(List.of("0 begun this machine"), told);
    }

    @Test
    void eachTroubleHasItsOwnCourse() {
        run(5, GATE);
        run(20, GATE, YARD);
        run(30, YARD);
        assertEquals(List.of("10 begun gate", "15 begun yard", "34 ended gate"), told);
    }

    @Test
    void theListSaysWhatIsKnownNow() {
        run(20, GATE);
        Trouble more = new Trouble(GATE.key(), "No route to host.", GATE.patience());
        assertTrue(lasting.look(List.of(more), SimulatedTroubles.at(second)).changed());
        assertFalse(
                lasting.look(List.of(more), SimulatedTroubles.at(second + 1)).changed());
        assertEquals("No route to host.", lasting.alerts().get(0).trouble().text());
    }

    @Test
    void whatIsAcknowledgedStaysSoUntilItIsOver() {
        lasting.acknowledge(GATE.key());
        run(20, GATE, YARD);
        lasting.acknowledge(GATE.key());
        run(5);
        run(20, GATE, YARD);
        assertEquals(
                List.of(true, false),
                lasting.alerts().stream().map(LastingAlert::acknowledged).toList());
        run(20);
        run(20, GATE);
        assertEquals(
                List.of(false),
                lasting.alerts().stream().map(LastingAlert::acknowledged).toList());
    }

    private void run(int seconds, Trouble... troubles) {
        for (int end = second + seconds; second < end; second++) {
            Lasting.Changes changes = lasting.look(List.of(troubles), SimulatedTroubles.at(second));
            changes.begun()
                    .forEach(alert ->
                            told.add(second + " begun " + alert.trouble().key().name()));
            changes.ended()
                    .forEach(alert ->
                            told.add(second + " ended " + alert.trouble().key().name()));
        }
    }
}
