package org.rnvr.recorder.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rnvr.recording.StorageState;

/**
 * That the folder of one camera's recordings takes nothing, from the first refusal until that is overcome, and what is tried
 * meanwhile. Adds what is to be done to the effects it is given. For one thread.
 */
final class FolderTrouble {

    /** Between attempts to write to a folder that refuses. */
    static final Duration RETRY = Duration.ofSeconds(1);

    /** How long recording must go well after a failure that no probe could find, before it counts as overcome. */
    static final Duration PROVEN = Duration.ofSeconds(10);

    private Optional<Trouble> trouble = Optional.empty();
    private long token;

    private enum Phase {
        /** The folder refuses, or it is not known yet whether it does. */
        REFUSED,
        /** Recording was asked for again and no file has come yet. */
        TRYING,
        /** A file has come and must last. */
        PROVING
    }

    private record Trouble(Path folder, String reason, Optional<Finding> finding, Phase phase, long freeBytes) {

        Trouble in(Phase next) {
            return new Trouble(folder, reason, finding, next, freeBytes);
        }

        /** Whether a probe sees it, and so sees its end too. */
        boolean visible() {
            return finding.map(found -> found.state() != StorageState.ERROR).orElse(false);
        }
    }

    boolean isPresent() {
        return trouble.isPresent();
    }

    /** Whether nothing is tried at present but to look at the folder. */
    boolean refuses() {
        return trouble.filter(present -> present.phase() == Phase.REFUSED).isPresent();
    }

    /** Whether that is so of this folder. */
    boolean refuses(Path folder) {
        return refuses() && trouble.orElseThrow().folder().equals(folder);
    }

    /** What is wrong, if anything is. */
    Optional<String> text() {
        return trouble.map(present -> present.finding().map(Finding::text).orElse(present.reason()));
    }

    /** Recording failed: for the first time, or once more. */
    void failed(Path folder, String reason, List<Effect> effects) {
        if (trouble.isPresent()) {
            trouble = Optional.of(trouble.get().in(Phase.REFUSED));
            callBack(RETRY, effects);
        } else {
            trouble = Optional.of(new Trouble(folder, reason, Optional.empty(), Phase.REFUSED, 0));
            probe(effects);
        }
    }

    /** It was found out elsewhere that the folder takes nothing. */
    void found(Path folder, Finding finding, List<Effect> effects) {
        trouble = Optional.of(
                new Trouble(folder, finding.text(), Optional.of(finding), Phase.REFUSED, finding.freeBytes()));
        effects.add(new Effect.Refused(folder, finding));
        callBack(RETRY, effects);
    }

    /** Has the folder looked at now, if there is trouble with it. */
    void probe(List<Effect> effects) {
        trouble.ifPresent(present -> effects.add(new Effect.Probe(present.folder(), ++token)));
    }

    /** Whether an answer or an alarm of this token is still waited for. */
    boolean awaits(long of) {
        return of == token && trouble.isPresent();
    }

    /**
     * What the probe that was awaited found.
     *
     * @return whether recording is to be tried again
     */
    boolean probed(Finding found, List<Effect> effects) {
        Trouble present = trouble.orElseThrow();
        boolean first = present.finding().isEmpty();
        boolean tries = !first && found.state() == StorageState.OK;
        if (first) {
            Finding reported = found.state() == StorageState.OK
                    ? new Finding(StorageState.ERROR, present.reason(), found.freeBytes())
                    : found;
            trouble = Optional.of(new Trouble(
                    present.folder(), present.reason(), Optional.of(reported), Phase.REFUSED, found.freeBytes()));
            effects.add(new Effect.Refused(present.folder(), reported));
        } else if (tries) {
            trouble = Optional.of(new Trouble(
                    present.folder(), present.reason(), present.finding(), Phase.TRYING, found.freeBytes()));
        }
        return tries;
    }

    /** Has itself called back for the next attempt. */
    void retry(List<Effect> effects) {
        callBack(RETRY, effects);
    }

    /** The time that was awaited has come. */
    void due(List<Effect> effects) {
        Trouble present = trouble.orElseThrow();
        switch (present.phase()) {
            case REFUSED -> probe(effects);
            case TRYING -> {
                // no file and no failure: the camera sends nothing; a trouble that no probe sees stays until it does
                if (present.visible()) {
                    overcome(present, effects);
                }
            }
            case PROVING -> overcome(present, effects);
        }
    }

    /** A file has been begun. */
    void fileCame(List<Effect> effects) {
        trouble.ifPresent(present -> {
            if (present.visible()) {
                overcome(present, effects);
            } else if (present.phase() == Phase.TRYING) {
                trouble = Optional.of(present.in(Phase.PROVING));
                callBack(PROVEN, effects);
            }
        });
    }

    /** Nothing is to be written there any more. */
    void leave(List<Effect> effects) {
        trouble.ifPresent(present -> effects.add(new Effect.Left(present.folder())));
        trouble = Optional.empty();
        token++;
    }

    private void overcome(Trouble present, List<Effect> effects) {
        trouble = Optional.empty();
        token++;
        effects.add(new Effect.Accepted(present.folder(), present.freeBytes()));
    }

    private void callBack(Duration after, List<Effect> effects) {
        effects.add(new Effect.CallBack(after, ++token));
    }
}
