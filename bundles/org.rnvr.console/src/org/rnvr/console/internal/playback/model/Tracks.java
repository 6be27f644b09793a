package org.rnvr.console.internal.playback.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.reasons.Reasons;

/**
 * The tracks of the cameras that are looked at, fetched in the background and kept. Asking never waits; what is there is shown
 * until better is. Any thread.
 */
public final class Tracks {

    private final TrackLoader loader;
    private final Runnable changed;
    private final Coalescer fetching;
    private final Map<String, Track> known = new HashMap<>();
    private final Set<String> stale = new HashSet<>();
    private Want want = new Want(List.of(), Instant.EPOCH, Instant.EPOCH);
    private Optional<String> failure = Optional.empty();

    /**
     * Without tracks yet.
     *
     * @param background where tracks are fetched, one after the other
     * @param loader fetches them
     * @param changed called there after one came
     */
    public Tracks(Executor background, TrackLoader loader, Runnable changed) {
        this.loader = loader;
        this.changed = changed;
        this.fetching = new Coalescer(background, this::fetch);
    }

    /** The track of a camera as far as it is known. */
    public synchronized Optional<Track> of(String cameraId) {
        return Optional.ofNullable(known.get(cameraId));
    }

    /** Why the latest could not be fetched. */
    public synchronized Optional<String> failure() {
        return failure;
    }

    /** Says what is looked at now. What is not known of it is fetched, with as much before and after it. */
    public void want(List<String> cameraIds, Instant from, Instant to) {
        Want wanted = new Want(List.copyOf(cameraIds), from, to);
        boolean missing;
        synchronized (this) {
            missing = wanted.cameraIds.stream().anyMatch(id -> isMissing(id, wanted));
            want = wanted;
        }
        if (missing) {
            fetching.run();
        }
    }

    /** Says that what is known of a camera is no longer all. */
    public void refresh(String cameraId) {
        synchronized (this) {
            stale.add(cameraId);
        }
        fetching.run();
    }

    /** Says that nothing that is known holds any more. */
    public void forget() {
        synchronized (this) {
            known.clear();
            stale.clear();
            failure = Optional.empty();
        }
        changed.run();
        fetching.run();
    }

    private boolean isMissing(String cameraId, Want wanted) {
        Track track = known.get(cameraId);
        return track == null || stale.contains(cameraId) || !track.covers(wanted.from, wanted.to);
    }

    private void fetch() {
        for (Optional<Fetch> next = next(); next.isPresent(); next = next()) {
            Fetch fetch = next.get();
            try {
                Track track = loader.load(fetch.cameraId, fetch.from, fetch.to);
                synchronized (this) {
                    known.put(fetch.cameraId, track);
                    failure = Optional.empty();
                }
            } catch (IOException e) {
                fail(Reasons.told(e));
                changed.run();
                return;
            }
            changed.run();
        }
    }

    private synchronized void fail(String reason) {
        failure = Optional.of(reason);
    }

    private synchronized Optional<Fetch> next() {
        Want wanted = want;
        Optional<Fetch> next = wanted.cameraIds.stream()
                .filter(id -> isMissing(id, wanted))
                .findFirst()
                .map(id -> {
                    Duration margin = Duration.between(wanted.from, wanted.to);
                    return new Fetch(id, wanted.from.minus(margin), wanted.to.plus(margin));
                });
        next.ifPresent(fetch -> stale.remove(fetch.cameraId));
        return next;
    }

    private record Want(List<String> cameraIds, Instant from, Instant to) {}

    private record Fetch(String cameraId, Instant from, Instant to) {}
}
