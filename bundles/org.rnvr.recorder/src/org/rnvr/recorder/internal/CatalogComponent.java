package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Alert;
import org.rnvr.event.CatalogChecked;
import org.rnvr.event.Gap;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.catalog.Catalog;
import org.rnvr.recorder.internal.catalog.CatalogListener;
import org.rnvr.recorder.internal.evidence.SegmentRemoval;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog of the volume that is recorded to: opened when that is there, compared with the files then, and let go when it
 * is away.
 */
@Component(service = {RecordingCatalog.class, SegmentRemoval.class, CatalogComponent.class})
public final class CatalogComponent implements RecordingCatalog, SegmentRemoval {

    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogComponent.class);
    private static final long CHECK_AFTER_SECONDS = 3;

    private final EventAdmin eventAdmin;
    private final Catalog catalog;
    private final Registration configuration;
    private final Registration storage;
    private final ScheduledExecutorService upkeep = Lanes.single("rnvr-catalog-check");
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile boolean isThere;
    private volatile boolean ended;

    // confined to the lane of the storage
    private Optional<Path> used = Optional.empty();

    /** Begins to follow the volume. */
    @Activate
    public CatalogComponent(
            @Reference ConfigurationService configuration,
            @Reference StorageComponent storage,
            @Reference MediaFiles media,
            @Reference EventAdmin eventAdmin) {
        this.eventAdmin = eventAdmin;
        catalog = new Catalog(media, CatalogComponent::now, ZoneId::systemDefault, new Found());
        this.configuration = configuration.observe(
                current -> catalog.setHashing(current.recording().hashSegments()));
        this.storage = storage.observe(this::follow);
    }

    @Deactivate
    void deactivate() {
        ended = true;
        configuration.close();
        storage.close();
        upkeep.shutdown();
        catalog.close();
    }

    private void follow(StorageStatus status) {
        if (status.totalBytes() == 0 && status.state() == StorageState.OK) {
            return; // nobody has looked at it yet
        }
        // a full one gives room by deleting what the catalog knows
        isThere = status.state().isWritable() || status.state() == StorageState.FULL;
        switch (status.state()) {
            case OK, LOW, FULL -> use(status.path());
            case READ_ONLY -> {
                // what is open can still be read
            }
            case MISSING, DENIED, ERROR -> {
                used = Optional.empty();
                catalog.suspend(status.text());
            }
        }
    }

    private void use(Path folder) {
        if (used.equals(Optional.of(folder))) {
            return;
        }
        used = Optional.of(folder);
        catalog.use(folder);
        try {
            upkeep.execute(Lanes.guarded(this::check));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the catalog has ended: its files are compared at the next start", e);
        }
    }

    /** A file ended that must be looked at; others may follow at once. */
    void checkSoon() {
        if (due.compareAndSet(false, true)) {
            schedule();
        }
    }

    private void schedule() {
        try {
            upkeep.schedule(Lanes.guarded(this::checkWhenThere), CHECK_AFTER_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the catalog has ended: its files are compared at the next start", e);
        }
    }

    private void checkWhenThere() {
        if (isThere) {
            due.set(false);
            check();
        } else {
            schedule();
        }
    }

    private void check() {
        try {
            CatalogReport report = catalog.check(false, new Ending());
            post(new CatalogChecked(
                    now(),
                    report.segments(),
                    report.missing().size(),
                    report.changed().size(),
                    report.entered().size(),
                    report.unreadable().size(),
                    report.took().toMillis()));
            warn(report.missing(), "recordings are gone that were there before");
            warn(report.changed(), "recordings have another size than they had");
        } catch (CancellationException e) {
            LOGGER.debug("the comparison of catalog and files was interrupted", e);
        } catch (IOException e) {
            LOGGER.warn("the catalog could not be compared with the files", e);
        }
    }

    private void warn(List<Path> files, String what) {
        if (!files.isEmpty()) {
            files.forEach(file -> LOGGER.warn("{}: {}", what, file));
            alert(files.size() + " " + what + ", the first of them " + files.get(0));
        }
    }

    private void alert(String message) {
        post(new Alert(now(), Optional.empty(), "catalog", message));
    }

    private final class Ending implements Progress {
        @Override
        public void done(double fraction) {
            // nobody looks on
        }

        @Override
        public boolean isCancelled() {
            return ended;
        }
    }

    private final class Found implements CatalogListener {
        @Override
        public void crashed(Segment segment) {
            post(new SegmentClosed(
                    now(),
                    segment.cameraId(),
                    segment.file(),
                    segment.start(),
                    segment.end(),
                    segment.bytes(),
                    segment.frames(),
                    segment.cause().orElseThrow().name().toLowerCase(Locale.ROOT)));
        }

        @Override
        public void gap(RecordedGap gap) {
            post(new Gap(now(), gap.cameraId(), gap.from(), gap.to(), gap.cause()));
        }

        @Override
        public void alert(String message) {
            CatalogComponent.this.alert(message);
        }
    }

    private void post(RnvrEvent event) {
        eventAdmin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    /** The catalog, for those who record. */
    Catalog catalog() {
        return catalog;
    }

    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) throws IOException {
        return catalog.segments(cameraId, from, to);
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) throws IOException {
        return catalog.gaps(cameraId, from, to);
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) throws IOException {
        return catalog.bookmarks(cameraId, from, to);
    }

    @Override
    public List<Footage> footage() throws IOException {
        return catalog.footage();
    }

    @Override
    public Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) throws IOException {
        return catalog.addBookmark(cameraId, from, to, note);
    }

    @Override
    public void removeBookmark(long id) throws IOException {
        catalog.removeBookmark(id);
    }

    @Override
    public void deleting(List<Segment> segments) {
        catalog.deleting(segments);
    }

    @Override
    public void kept(Segment segment) {
        catalog.kept(segment);
    }

    @Override
    public void remove(List<Segment> segments) {
        catalog.remove(segments);
    }

    @Override
    public CatalogReport check(boolean byHash, Progress progress) throws IOException {
        return catalog.check(byHash, progress);
    }

    @Override
    public CatalogReport rebuild(Progress progress) throws IOException {
        return catalog.rebuild(progress);
    }

    @Override
    public Registration observe(Consumer<String> observer) {
        return catalog.observe(observer);
    }
}
