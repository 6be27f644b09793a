package org.rnvr.integration.tests;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.rnvr.detection.WatchedSession;

/** What the detectors of a {@link ReportingBundle} report, counted by what happened and on which session. Any thread. */
final class Reports implements BiConsumer<String, WatchedSession> {

    private final Map<String, Map<Long, Integer>> counts = new HashMap<>();

    @Override
    public synchronized void accept(String what, WatchedSession session) {
        counts.computeIfAbsent(what, key -> new HashMap<>()).merge(session.session(), 1, Integer::sum);
        notifyAll();
    }

    /** Waits until this was reported so often on each of the sessions; a report more or on another session fails. */
    synchronized void await(String what, int times, Collection<Long> sessions, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!isReported(what, times, sessions)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Not all " + what + " in " + limit + " on " + sessions + ": " + counts);
            }
            wait(left);
        }
    }

    private boolean isReported(String what, int times, Collection<Long> sessions) {
        Map<Long, Integer> reported = counts.getOrDefault(what, Map.of());
        if (!sessions.containsAll(reported.keySet())
                || reported.values().stream().anyMatch(count -> count > times)) {
            throw new AssertionError(what + " on other sessions than " + sessions + " or too often: " + reported);
        }
        return sessions.stream().allMatch(session -> reported.getOrDefault(session, 0) == times);
    }

    /** How often something that begins so was reported on all sessions. */
    synchronized int total(String prefix) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .map(Map::values)
                .flatMap(Collection::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
