package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rnvr.event.Registration;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;

/** Remembers the states of a player. */
final class Watcher implements AutoCloseable {

    private final List<Seen> states = new ArrayList<>();
    private final Registration registration;

    /** A state and when it was told. */
    record Seen(long nanoTime, PlayerState state) {}

    Watcher(Player player) {
        registration = player.observe(this::see);
    }

    private synchronized void see(PlayerState state) {
        states.add(new Seen(System.nanoTime(), state));
        notifyAll();
    }

    synchronized int count() {
        return states.size();
    }

    /** The states from a number on. */
    synchronized List<Seen> since(int count) {
        return List.copyOf(states.subList(count, states.size()));
    }

    synchronized PlayerState last() {
        return states.get(states.size() - 1).state();
    }

    /** Waits for a state among those from a number on. */
    synchronized Seen await(int since, Predicate<PlayerState> wanted) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int next = since;
        while (true) {
            for (; next < states.size(); next++) {
                if (wanted.test(states.get(next).state())) {
                    return states.get(next);
                }
            }
            long left = limit - System.nanoTime();
            if (left <= 0) {
                return fail("no such state; the last one is " + (states.isEmpty() ? "none" : last()));
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }

    /** Whether every camera shows what was recorded at a moment. */
    static Predicate<PlayerState> shows(Instant moment, int cameras) {
        return state -> state.position().equals(moment)
                && state.cameras().size() == cameras
                && state.cameras().stream().allMatch(picture -> picture.kind() == CameraPicture.Kind.RECORDED);
    }

    @Override
    public void close() {
        registration.close();
    }
}
