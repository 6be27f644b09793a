package org.rnvr.monitor.internal.connection;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rnvr.config.Transport;
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

    /** There is no session, and one is pursued. */
    record Seeking(Pursuit pursuit) implements Phase {
        @Override
        public ConnectionState state() {
            return pursuit.retry().state();
        }

        @Override
        public Trouble trouble() {
            return pursuit.retry().trouble();
        }
    }

    /**
     * A session feeds recording and views.
     *
     * @param session its number
     * @param transport how its media travel
     * @param sinceNanos since when
     * @param level how often the wait before it was doubled
     * @param lastVideoNanos arrival of its last video
     * @param replies whether the camera answers requests on it
     * @param doubt the episode of suspicion under way
     * @param warnings the episodes of warnings under way, by strategy
     */
    record Live(
            long session,
            Transport transport,
            long sinceNanos,
            int level,
            long lastVideoNanos,
            Replies replies,
            Optional<Doubt> doubt,
            Map<String, Warned> warnings)
            implements Phase {
        public Live {
            Objects.requireNonNull(transport);
            Objects.requireNonNull(replies);
            Objects.requireNonNull(doubt);
            warnings = Map.copyOf(warnings);
        }

        @Override
        public ConnectionState state() {
            if (doubt.isEmpty()) {
                return ConnectionState.STREAMING;
            }
            return doubt.get()
                    .verdict()
                    .map(verdict -> verdict == Verdict.STALLED
                            ? ConnectionState.STALLED
                            : doubt.get().pursuit().retry().state())
                    .orElse(ConnectionState.SUSPECT);
        }

        @Override
        public Trouble trouble() {
            if (doubt.isPresent()) {
                String reason = doubt.get().first().assessment().reason();
                return doubt.get().verdict().isEmpty()
                        ? new Trouble(StatusDetail.NONE, reason, false)
                        : doubt.get().pursuit().retry().trouble();
            }
            return warnings.entrySet().stream()
                    .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .map(warned ->
                            new Trouble(StatusDetail.NONE, warned.getValue().reason(), false))
                    .orElse(Trouble.NONE);
        }

        long silence(Now now) {
            return Math.max(0, now.since(lastVideoNanos));
        }

        long silenceMs(Now now) {
            return silence(now) / 1_000_000;
        }

        Live seen(long videoNanos) {
            return videoNanos - lastVideoNanos <= 0
                    ? this
                    : new Live(
                            session,
                            transport,
                            sinceNanos,
                            level,
                            videoNanos,
                            replies,
                            doubt.map(episode -> episode.videoAt(videoNanos)),
                            warnings);
        }

        Live with(Replies known) {
            return known == replies
                    ? this
                    : new Live(session, transport, sinceNanos, level, lastVideoNanos, known, doubt, warnings);
        }

        Live with(Optional<Doubt> episode) {
            return episode.equals(doubt)
                    ? this
                    : new Live(session, transport, sinceNanos, level, lastVideoNanos, replies, episode, warnings);
        }

        Live with(Map<String, Warned> episodes) {
            return episodes.equals(warnings)
                    ? this
                    : new Live(session, transport, sinceNanos, level, lastVideoNanos, replies, doubt, episodes);
        }
    }

    /** Whether a camera answers requests on its session. */
    enum Replies {
        /** It was not asked yet. */
        UNKNOWN,
        /** It was asked. */
        ASKED,
        /** It does. */
        ANSWERED,
        /** It does not. */
        NONE
    }

    /**
     * An episode of warnings of one strategy.
     *
     * @param reason of the first
     * @param lastNanos when it was last upheld
     */
    record Warned(String reason, long lastNanos) {}
}
