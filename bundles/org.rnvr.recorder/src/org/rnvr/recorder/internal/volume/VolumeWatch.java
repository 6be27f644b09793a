package org.rnvr.recorder.internal.volume;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Storage;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/**
 * Says when a recording volume is looked at, and what state it is in by what the looks showed.
 * <p>
 * A state machine without threads, clock and disk; for one thread. A look that does not end is itself a finding, so
 * {@link #tick} must be called whether or not one is under way.
 */
public final class VolumeWatch {

    /** Between looks, from the end of one to the beginning of the next, while nothing is wrong. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The same in trouble, when recordings wait for its end. */
    public static final Duration TROUBLE_INTERVAL = Duration.ofMillis(500);

    /** How often it is looked at thoroughly while nothing is wrong. */
    public static final Duration THOROUGH_INTERVAL = Duration.ofSeconds(10);

    /** A look that takes longer means that recordings cannot be written in time either. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Between ticks more time passes only if this process, or the machine, stood still. */
    private static final Duration OWN_PAUSE = Duration.ofSeconds(2);

    /** A volume that fails again so soon must prove itself for longer before it is trusted again. */
    private static final Duration RELAPSE = Duration.ofMinutes(1);

    /** Good looks in a row that end a trouble, by the number of relapses before; the last for all further ones. */
    private static final List<Integer> PROOFS = List.of(1, 2, 2, 2, 3, 3, 6);

    /** Looks in a row that make one trouble another. */
    private static final int CONFIRMATIONS = 3;

    private static final double BYTES_PER_MB = 1e6;

    private StorageStatus status;
    private OptionalLong begun = OptionalLong.empty();
    private OptionalLong lastTick = OptionalLong.empty();
    private OptionalLong lastLook = OptionalLong.empty();
    private OptionalLong lastThorough = OptionalLong.empty();
    private OptionalLong backSince = OptionalLong.empty();
    private boolean distrusted = true;
    private boolean unanswered;
    private int relapses;
    private int proofs;
    private int confirmations;
    private Optional<StorageState> candidate = Optional.empty();
    private Look.Depth depth = Look.Depth.THOROUGH;

    /** A volume that nobody has looked at yet, and that is taken for good until then. */
    public VolumeWatch(Moment now, Path folder) {
        status = new StorageStatus(folder, StorageState.OK, "", 0, 0, now.time());
    }

    /**
     * What is to be done now.
     *
     * @param look begin a look of this depth and answer with {@link VolumeWatch#found}
     * @param event post this
     */
    public record Step(Optional<Look.Depth> look, Optional<Storage> event) {}

    /** Its state now. Only a change of state or text is worth telling. */
    public StorageStatus status() {
        return status;
    }

    /** A recording could not be written, so the next look is due at once, and thorough. */
    public void distrust() {
        distrusted = true;
    }

    /** Time passes. To be called several times a second. */
    public Step tick(Moment now) {
        forgiveOwnPause(now);
        lastTick = OptionalLong.of(now.nanos());
        if (begun.isPresent()) {
            if (unanswered || !late(now)) {
                return new Step(Optional.empty(), Optional.empty());
            }
            unanswered = true;
            String text = status.path() + " does not answer for " + PATIENCE.toSeconds() + " s";
            return new Step(
                    Optional.empty(), become(now, new Look(StorageState.ERROR, text, 0, 0), StorageState.ERROR));
        }
        if (!distrusted && !passed(now, lastLook, status.state().isWritable() ? INTERVAL : TROUBLE_INTERVAL)) {
            return new Step(Optional.empty(), Optional.empty());
        }
        boolean thorough = distrusted || !status.state().isWritable() || passed(now, lastThorough, THOROUGH_INTERVAL);
        depth = thorough ? Look.Depth.THOROUGH : Look.Depth.QUICK;
        distrusted = false;
        begun = OptionalLong.of(now.nanos());
        return new Step(Optional.of(depth), Optional.empty());
    }

    /** The look that was begun has ended. */
    public Optional<Storage> found(Moment now, Look look, StorageSettings settings) {
        boolean late = late(now);
        boolean stuck = unanswered;
        begun = OptionalLong.empty();
        unanswered = false;
        lastLook = OptionalLong.of(now.nanos());
        if (depth == Look.Depth.THOROUGH) {
            lastThorough = lastLook;
        }
        Look judged = look.isGood() && late
                ? new Look(
                        StorageState.ERROR,
                        status.path() + " takes more than " + PATIENCE.toSeconds() + " s to answer",
                        look.totalBytes(),
                        look.freeBytes())
                : look;
        SpaceLimits limits = SpaceLimits.of(settings, judged.totalBytes());
        StorageState next = judged.isGood() ? limits.state(status.state(), judged.freeBytes()) : judged.state();
        if (!believed(next, stuck)) {
            status = with(status.state(), status.text(), judged);
            return Optional.empty();
        }
        return become(now, described(judged, next, limits), next);
    }

    private void forgiveOwnPause(Moment now) {
        if (lastTick.isPresent() && begun.isPresent()) {
            long pause = now.nanos() - lastTick.getAsLong();
            if (pause > OWN_PAUSE.toNanos()) {
                begun = OptionalLong.of(begun.getAsLong() + pause);
            }
        }
    }

    private boolean late(Moment now) {
        return begun.isPresent() && now.nanos() - begun.getAsLong() > PATIENCE.toNanos();
    }

    private static boolean passed(Moment now, OptionalLong since, Duration time) {
        return since.isEmpty() || now.nanos() - since.getAsLong() >= time.toNanos();
    }

    /** A first failure is believed at once; its end, and another kind of failure, when they last. */
    private boolean believed(StorageState next, boolean stuck) {
        StorageState present = status.state();
        if (present.isWritable()) {
            return true;
        }
        if (next.isWritable()) {
            candidate = Optional.empty();
            proofs++;
            return proofs >= PROOFS.get(Math.min(relapses, PROOFS.size() - 1));
        }
        proofs = 0;
        confirmations = candidate.equals(Optional.of(next)) ? confirmations + 1 : 1;
        candidate = Optional.of(next);
        return next == present || stuck || confirmations >= CONFIRMATIONS;
    }

    private Optional<Storage> become(Moment now, Look look, StorageState next) {
        StorageState present = status.state();
        if (next == present) {
            status = with(present, look.text(), look);
            return Optional.empty();
        }
        if (present.isWritable() && !next.isWritable()) {
            relapses = passed(now, backSince, RELAPSE) ? 0 : relapses + 1;
        } else if (next.isWritable() && !present.isWritable()) {
            backSince = OptionalLong.of(now.nanos());
        }
        proofs = 0;
        candidate = Optional.empty();
        status = new StorageStatus(status.path(), next, look.text(), look.totalBytes(), look.freeBytes(), now.time());
        return Optional.of(new Storage(now, next.word(), status.path(), look.freeBytes()));
    }

    private StorageStatus with(StorageState state, String text, Look look) {
        return new StorageStatus(status.path(), state, text, look.totalBytes(), look.freeBytes(), status.since());
    }

    private Look described(Look look, StorageState next, SpaceLimits limits) {
        return switch (next) {
            case FULL -> new Look(next, SpaceLimits.fullText(status.path()), look.totalBytes(), look.freeBytes());
            case LOW ->
                new Look(
                        next,
                        String.format(
                                Locale.ROOT,
                                "less than %.0f MB are free on the volume of %s",
                                limits.lowUntil() / BYTES_PER_MB,
                                status.path()),
                        look.totalBytes(),
                        look.freeBytes());
            default -> look;
        };
    }
}
