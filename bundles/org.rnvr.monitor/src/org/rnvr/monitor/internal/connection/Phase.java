package org.rnvr.monitor.internal.connection;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;

/** What a connection is about. */
sealed interface Phase {

    /** The state it shows as. */
    ConnectionState state();

    /** What is wrong. */
    Trouble trouble();

    /** The camera is not wanted. */
    record Idle(StatusDetail why) implements Phase {
        @Override
        public ConnectionState state() {
            return ConnectionState.DISCONNECTED;
        }

        @Override
        public Trouble trouble() {
            return new Trouble(
                    why,
                    switch (why) {
                        case DISABLED -> "Switched off in the configuration.";
                        case STOPPED -> "Stopped.";
                        default -> "";
                    },
                    false);
        }
    }

    /** The camera is wanted and its pipeline is not there yet. */
    record Preparing(Trouble trouble) implements Phase {
        @Override
        public ConnectionState state() {
            return ConnectionState.CONNECTING;
        }
    }

    /** The camera was lost or could not be reached, and is not tried again by itself. */
    record Resting(Retry retry) implements Phase {
        @Override
        public ConnectionState state() {
            return retry.offline() ? ConnectionState.OFFLINE : ConnectionState.LOST;
        }

        @Override
        public Trouble trouble() {
            return retry.trouble();
        }
    }

    /** An attempt is due later. */
    record Waiting(Retry retry, long dueNanos) implements Phase {
        @Override
        public ConnectionState state() {
            return retry.attempt() == 1 && retry.outageStart().isPresent() ? ConnectionState.LOST : retry.state();
        }

        @Override
        public Trouble trouble() {
            return retry.trouble();
        }
    }

    /** An attempt looks whether the camera can be reached. */
    record Looking(Retry retry, long sinceNanos) implements Phase {
        @Override
        public ConnectionState state() {
            return retry.state();
        }

        @Override
        public Trouble trouble() {
            return retry.trouble();
        }
    }

    /** An attempt has asked for a session; its number follows at once. */
    record Opening(Retry retry, long sinceNanos, OptionalLong session) implements Phase {
        @Override
        public ConnectionState state() {
            return retry.state();
        }

        @Override
        public Trouble trouble() {
            return retry.trouble();
        }

        boolean opens(long number) {
            return session.isPresent() && session.getAsLong() == number;
        }
    }

    /**
     * A session feeds recording and views.
     *
     * @param session its number
     * @param sinceNanos since when
     * @param level how often the wait before it was doubled
     * @param lastMediaNanos arrival of its last media on whichever track
     * @param lastVideoNanos arrival of its last video
     * @param suspicion the episode of suspicion under way
     * @param warnings the episodes of warnings under way, by strategy
     */
    record Live(
            long session,
            long sinceNanos,
            int level,
            long lastMediaNanos,
            long lastVideoNanos,
            Optional<Suspicion> suspicion,
            Map<String, Warned> warnings)
            implements Phase {
        public Live {
            Objects.requireNonNull(suspicion);
            warnings = Map.copyOf(warnings);
        }

        @Override
        public ConnectionState state() {
            return suspicion.isPresent() ? ConnectionState.SUSPECT : ConnectionState.STREAMING;
        }

        @Override
        public Trouble trouble() {
            String text = suspicion
                    .map(Suspicion::reason)
                    .or(() -> warnings.entrySet().stream()
                            .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                            .map(warned -> warned.getValue().reason()))
                    .orElse("");
            return text.isEmpty() ? Trouble.NONE : new Trouble(StatusDetail.NONE, text, false);
        }

        long silenceMs(long now) {
            return Math.max(0, (now - lastMediaNanos) / 1_000_000);
        }
    }

    /**
     * An episode of warnings of one strategy.
     *
     * @param reason of the first
     * @param lastNanos when it was last upheld
     */
    record Warned(String reason, long lastNanos) {}
}
