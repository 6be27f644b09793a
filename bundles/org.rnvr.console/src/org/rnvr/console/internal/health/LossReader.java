package org.rnvr.console.internal.health;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.events.EventSource;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

/**
 * Reads the losses of one camera at a time from the journal and follows it, on a thread of its own.
 */
final class LossReader implements AutoCloseable {

    /** How far back it reads. */
    static final Duration LONGEST = Duration.ofDays(30);

    /** So many entries are read at most; of a camera that drops out all day long the oldest are left out. */
    private static final int ENTRIES_MAX = 50_000;

    /** What is told while reading begins may be read as well. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /**
     * What is known.
     *
     * @param cameraId of which camera
     * @param history its losses, as far as they could be read
     * @param reading whether more is being read
     * @param failure why it could not be read, in a sentence
     */
    record Reading(String cameraId, LossHistory history, boolean reading, Optional<String> failure) {}

    private final EventSource source;
    private final Clock clock;
    private final Consumer<Reading> listener;
    private final ThreadPoolExecutor lane;
    private final Coalescer telling;
    private final List<Registration> registrations;
    private volatile String wanted = "";

    private String camera = "";
    private LossFold fold = new LossFold();
    private Set<JournalEntry> read = Set.of();
    private Optional<String> failure = Optional.empty();
    private boolean reading;

    /**
     * Of no camera yet.
     *
     * @param listener called on the reader's thread whenever something changed; must return at once
     */
    LossReader(EventSource source, Clock clock, Consumer<Reading> listener) {
        this.source = source;
        this.clock = clock;
        this.listener = listener;
        lane = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "console-health-losses");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        telling = new Coalescer(lane, this::tell);
        registrations = List.of(source.follow(this::follow), source.observe(() -> read(wanted)));
    }

    /** Reads of this camera from now on. Any thread; returns at once. */
    void read(String cameraId) {
        wanted = cameraId;
        lane.execute(() -> {
            if (cameraId.equals(wanted)) {
                readNow(cameraId);
            }
        });
    }

    @Override
    public void close() {
        registrations.forEach(Registration::close);
        wanted = "";
        lane.shutdown();
    }

    private void follow(JournalEntry entry) {
        if (LossFold.EVENTS.contains(entry.event())) {
            lane.execute(() -> takeIn(entry));
        }
    }

    private void takeIn(JournalEntry entry) {
        if (isOf(entry, camera) && !read.contains(entry)) {
            fold.take(entry);
            telling.run();
        }
    }

    private static boolean isOf(JournalEntry entry, String cameraId) {
        return entry.cameraId().map(cameraId::equals).orElse(true);
    }

    private void readNow(String cameraId) {
        camera = cameraId;
        fold = new LossFold();
        read = Set.of();
        failure = Optional.empty();
        Optional<Journal> journal = source.journal();
        if (cameraId.isEmpty() || journal.isEmpty()) {
            failure = journal.isEmpty() ? Optional.of(Messages.no_journal) : Optional.empty();
            tell();
            return;
        }
        reading = true;
        tell();
        List<JournalEntry> found = new ArrayList<>();
        Instant begun = clock.instant();
        try {
            JournalQuery query = JournalQuery.ALL
                    .since(begun.minus(LONGEST))
                    .ofCameras(Set.of(cameraId, JournalQuery.NO_CAMERA))
                    .ofEvents(LossFold.EVENTS);
            journal.get()
                    .read(query, entry -> found.add(entry) && found.size() < ENTRIES_MAX && cameraId.equals(wanted));
        } catch (IOException e) {
            failure = Optional.of(NLS.bind(Messages.failed, Reasons.told(e)));
        }
        reading = false;
        read = new HashSet<>();
        for (int i = found.size() - 1; i >= 0; i--) {
            JournalEntry entry = found.get(i);
            fold.take(entry);
            if (!entry.at().time().isBefore(begun.minus(OVERLAP))) {
                read.add(entry);
            }
        }
        tell();
    }

    private void tell() {
        listener.accept(new Reading(camera, fold.history(), reading, failure));
    }
}
