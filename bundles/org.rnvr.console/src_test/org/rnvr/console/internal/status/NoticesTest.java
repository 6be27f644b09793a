package org.rnvr.console.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.status.Lasting.Changes;
import org.rnvr.console.internal.status.Notices.Effect;
import org.rnvr.console.internal.status.Trouble.Kind;

class NoticesTest {

    private final Notices notices = new Notices();
    private final List<String> done = new ArrayList<>();
    private int second;

    @Test
    void aWholeSiteThatGoesAtOnceIsOneNotice() {
        begin(cameras(0, 40));
        begin(cameras(40, 64));
        pass(60);
        assertEquals(List.of("2 show 1: 64"), done);
    }

    @Test
    void noticesKeepTheirDistance() {
        for (int camera = 0; camera < 64; camera++) {
            begin(cameras(camera, camera + 1));
        }
        pass(60);
        assertEquals(
                List.of(
                        "2 show 1: 3",
                        "17 show 2: 15",
                        "32 show 3: 15",
                        "47 show 4: 15",
                        "62 show 5: 15",
                        "77 show 6: 1"),
                done);
    }

    @Test
    void aNoticeIsWithdrawnWhenAllOfItIsOver() {
        begin(cameras(0, 2));
        pass(30);
        end(cameras(0, 1));
        pass(30);
        end(cameras(1, 2));
        assertEquals(List.of("2 show 1: 2", "62 withdraw 1"), done);
    }

    @Test
    void whatIsOverBeforeItIsToldIsNotTold() {
        begin(cameras(0, 1));
        end(cameras(0, 1));
        pass(60);
        assertEquals(List.of(), done);
    }

    @Test
    void inTheEndAllDisappear() {
        begin(cameras(0, 1));
        pass(30);
        begin(cameras(1, 2));
        pass(30);
        assertEquals(List.of(new Effect.Withdraw(1), new Effect.Withdraw(2)), notices.end());
        assertEquals(List.of(), notices.end());
    }

    @Test
    void oneAlertIsToldInFullAndManyByTheirNames() {
        LastingAlert disk = SimulatedTroubles.alert(
                SimulatedTroubles.of(Kind.DISK_FAILED, "/recordings", "The volume is not mounted."));
        NoticeText one = NoticeText.of(List.of(disk));
        assertEquals(Kind.DISK_FAILED.words() + ": /recordings", one.title());
        assertEquals("The volume is not mounted.", one.body());
        assertTrue(one.urgent());
        NoticeText many = NoticeText.of(
                Stream.concat(Stream.of(disk), cameras(0, 7).stream()).toList());
        assertTrue(many.title().contains("8"), many.title());
        List<String> lines = many.body().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith(Kind.CAMERA_LOST.words() + ": c0, c1, c2, c3, c4 "), lines.get(0));
        assertFalse(lines.get(0).contains("c5"), lines.get(0));
        assertFalse(NoticeText.of(List.of(SimulatedTroubles.alert(SimulatedTroubles.of(Kind.CPU, "", ""))))
                .urgent());
    }

    private static List<LastingAlert> cameras(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(camera -> SimulatedTroubles.alert(SimulatedTroubles.lost("c" + camera)))
                .toList();
    }

    private void begin(List<LastingAlert> alerts) {
        look(new Changes(alerts, List.of(), true));
    }

    private void end(List<LastingAlert> alerts) {
        look(new Changes(List.of(), alerts, true));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            look(new Changes(List.of(), List.of(), false));
        }
    }

    private void look(Changes changes) {
        for (Effect effect : notices.look(changes, SimulatedTroubles.at(second))) {
            if (effect instanceof Effect.Show show) {
                done.add(second + " show " + show.id() + ": " + show.alerts().size());
            } else if (effect instanceof Effect.Withdraw withdraw) {
                done.add(second + " withdraw " + withdraw.id());
            }
        }
        second++;
    }
}
