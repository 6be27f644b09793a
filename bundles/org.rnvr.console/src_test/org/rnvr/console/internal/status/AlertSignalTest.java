package org.rnvr.console.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.console.internal.status.Lasting.Changes;
import org.rnvr.event.Moment;

@Timeout(30)
class AlertSignalTest {

    private static final List<LastingAlert> GATE = List.of(SimulatedTroubles.alert(SimulatedTroubles.lost("gate")));
    private static final List<LastingAlert> YARD = List.of(SimulatedTroubles.alert(SimulatedTroubles.lost("yard")));
    private static final Changes NOTHING = new Changes(List.of(), List.of(), false);

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final AtomicInteger sounds = new AtomicInteger();
    private volatile boolean refusing;
    private boolean notifications = true;
    private boolean sound = true;
    private BiConsumer<Changes, Moment> looker;
    private int second;

    private final Desktop desktop = new Desktop() {

        private long latest = 100;

        @Override
        public long show(NoticeText text) throws IOException {
            if (refusing) {
                done.add("refused");
                throw new IOException("nobody is there");
            }
            latest++;
            done.add("show " + latest + " " + text.title());
            return latest;
        }

        @Override
        public void withdraw(long id) {
            done.add("withdraw " + id);
        }
    };

    private final AlertSignal signal = new AlertSignal(
            observer -> {
                looker = observer;
                return () -> looker = (changes, at) -> {};
            },
            () -> new PerformanceSettings(
                    false, Duration.ofSeconds(30), Duration.ofSeconds(15), 80, 6144, 71, notifications, sound),
            desktop,
            sounds::incrementAndGet);

    @Test
    void whatLastsIsShownAndWithdrawnByTheNameThatTheDesktopGaveIt() throws InterruptedException {
        begin(GATE);
        assertEquals("show 101 " + GATE.get(0).headline(), next());
        assertEquals(1, sounds.get());
        look(new Changes(List.of(), GATE, true));
        assertEquals("withdraw 101", next());
        signal.close();
    }

    @Test
    void nothingIsLeftOnTheDesktopInTheEnd() throws InterruptedException {
        begin(GATE);
        begin(YARD);
        next();
        next();
        signal.close();
        assertEquals(List.of("withdraw 101", "withdraw 102"), List.of(next(), next()));
        begin(GATE);
        signal.close();
        assertNull(done.poll());
    }

    @Test
    void eachIsAsTheConfigurationWantsIt() throws InterruptedException {
        notifications = false;
        begin(GATE);
        assertEquals(1, sounds.get());
        notifications = true;
        sound = false;
        begin(YARD);
        assertEquals("show 101 " + YARD.get(0).headline(), next());
        assertEquals(1, sounds.get());
        signal.close();
    }

    @Test
    void aDesktopThatRefusesIsAskedAgainForTheNext() throws InterruptedException {
        refusing = true;
        begin(GATE);
        assertEquals("refused", next());
        refusing = false;
        begin(YARD);
        assertEquals("show 101 " + YARD.get(0).headline(), next());
        signal.close();
    }

    private void begin(List<LastingAlert> alerts) {
        look(new Changes(alerts, List.of(), true));
        for (int i = 0; i < 30; i++) {
            look(NOTHING);
        }
    }

    private void look(Changes changes) {
        looker.accept(changes, SimulatedTroubles.at(second));
        second++;
    }

    private String next() throws InterruptedException {
        return done.poll(10, TimeUnit.SECONDS);
    }
}
