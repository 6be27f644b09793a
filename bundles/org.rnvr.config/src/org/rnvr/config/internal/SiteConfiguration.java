package org.rnvr.config.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.internal.Observers.Edition;
import org.rnvr.config.internal.file.ConfigurationFile;
import org.rnvr.config.internal.file.Failures;
import org.rnvr.config.internal.file.Stamp;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.json.JsonWriting;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.rnvr.config.internal.schema.Reading;
import org.rnvr.config.internal.secret.SecretMover;
import org.rnvr.config.internal.secret.SecretMover.Moved;
import org.rnvr.config.internal.secret.SecretStorageException;
import org.rnvr.config.internal.secret.Secrets;
import org.rnvr.event.ConfigChanged;
import org.rnvr.event.ConfigProblem;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration of a site, as long as its file is followed.
 * <p>
 * One thread does everything with the file: it looks at it several times a second, since that sees through links, renames and
 * network file systems alike, and it writes it. Another one calls the observers, so that none of them delays a change.
 */
public final class SiteConfiguration implements ConfigurationService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteConfiguration.class);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(250);
    private static final Duration SETTLING = Duration.ofMillis(750);
    private static final int WRITE_ATTEMPTS = 3;

    /** What is in force and what is wrong. */
    private record InForce(Edition edition, List<ConfigurationProblem> problems) {}

    private final Path dataFolder;
    private final ConfigurationFile file;
    private final ConfigurationReader reader;
    private final Loader loader;
    private final SecretsOfChange secrets;
    private final Supplier<Moment> clock;
    private final Consumer<RnvrEvent> events;
    private final Observers observers;
    private final ScheduledExecutorService fileThread;
    private final ExecutorService observerThread;

    private volatile InForce inForce;
    private Reading reading;
    /** What the reading was made of; empty when that was nothing. */
    private Optional<Loaded.Good> taken = Optional.empty();

    private Optional<Loaded.Bad> refused = Optional.empty();
    /** Of the file whose content is known; empty where it may have changed since without showing. */
    private Optional<Stamp> looked;

    private Stamp unsettled;
    private long unsettledSince;

    /**
     * Reads the file and follows it from now on.
     *
     * @param path the file, absolute; it need not exist
     * @param dataFolder where relative paths start, absolute
     * @param secrets where passwords go
     * @param clock the time, of events and by which a file settles
     * @param events takes what happens
     */
    public SiteConfiguration(
            Path path, Path dataFolder, Secrets secrets, Supplier<Moment> clock, Consumer<RnvrEvent> events) {
        this.dataFolder = dataFolder;
        this.clock = clock;
        this.events = events;
        this.secrets = new SecretsOfChange(secrets);
        file = new ConfigurationFile(path);
        reader = new ConfigurationReader(dataFolder, secrets::get);
        loader = new Loader(reader, secrets);
        looked = lasting(file.stamp());
        begin(loader.load(file));
        observerThread = Executors.newSingleThreadExecutor(thread("rnvr-config-observers"));
        observers = new Observers(observerThread);
        fileThread = Executors.newSingleThreadScheduledExecutor(thread("rnvr-config"));
        fileThread.scheduleWithFixedDelay(
                this::look, LOOK_INTERVAL.toMillis(), LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory thread(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public Path dataFolder() {
        return dataFolder;
    }

    @Override
    public Configuration current() {
        return inForce.edition().configuration();
    }

    @Override
    public List<ConfigurationProblem> problems() {
        return inForce.problems();
    }

    @Override
    public Registration observe(Consumer<Configuration> observer) {
        return observers.add(observer, () -> inForce.edition());
    }

    @Override
    public void change(List<ConfigurationEdit> edits) throws ConfigurationRefusedException {
        List<ConfigurationEdit> copy = List.copyOf(edits);
        try {
            fileThread
                    .submit(() -> {
                        changeNow(copy);
                        return null;
                    })
                    .get();
        } catch (RejectedExecutionException e) {
            throw refusal("is not written any more, as the recorder is ending");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal("was being written when the waiting for it was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConfigurationRefusedException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The configuration could not be changed", e.getCause());
        }
    }

    /** Follows the file no longer. What is being written is finished. */
    @Override
    public void close() {
        fileThread.shutdown();
        try {
            if (!fileThread.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("{} is still being read or written", file.path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        observerThread.shutdown();
    }

    private void begin(Loaded loaded) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        if (loaded instanceof Loaded.Good good) {
            taken = Optional.of(good);
            reading = good.reading();
        } else if (loaded instanceof Loaded.Bad bad) {
            refused = Optional.of(bad);
            ConfigurationFile backup = new ConfigurationFile(file.backup());
            String until = bad.missing() ? "until it appears" : "until it is repaired";
            if (loader.look(backup) instanceof Loaded.Good last) {
                taken = Optional.of(last);
                reading = last.reading();
                problems.add(unusable(bad, name(backup.path()) + " is used " + until));
            } else {
                reading = reader.read(new JsonDocument(new JsonObject(), List.of()));
                problems.add(unusable(bad, "the defaults are used, without cameras, " + until));
            }
        }
        problems.addAll(reading.problems());
        inForce = new InForce(new Edition(0, reading.configuration()), List.copyOf(problems));
        inForce.problems().forEach(this::announce);
    }

    private void look() {
        try {
            Stamp stamp = file.stamp();
            Optional<Stamp> known = lasting(stamp);
            if (looked.filter(stamp::equals).isEmpty() && isTakenUp(loader.load(file), stamp)) {
                looked = known;
            }
        } catch (RuntimeException e) {
            LOG.error("{} cannot be followed; it is tried again", file.path(), e);
        }
    }

    /** Asked before the file is read: what changes while it is read must not be missed. */
    private static Optional<Stamp> lasting(Stamp stamp) {
        return stamp.isFresh(Instant.now()) ? Optional.empty() : Optional.of(stamp);
    }

    /** A file that cannot be read may be half written: that counts only when it stays so. */
    private boolean isTakenUp(Loaded loaded, Stamp stamp) {
        if (loaded instanceof Loaded.Good good) {
            unsettled = null;
            take(good);
            return true;
        }
        long now = clock.get().nanos();
        if (!stamp.equals(unsettled)) {
            unsettled = stamp;
            unsettledSince = now;
        }
        if (now - unsettledSince < SETTLING.toNanos()) {
            return false;
        }
        unsettled = null;
        refuse((Loaded.Bad) loaded);
        return true;
    }

    private void take(Loaded.Good good) {
        boolean same = taken.map(Loaded.Good::text).filter(good.text()::equals).isPresent()
                && good.reading().configuration().equals(reading.configuration());
        taken = Optional.of(good);
        if (same && refused.isEmpty()) {
            // Above all what was just written: what its passwords' moving gave rise to is still to be seen.
            return;
        }
        refused = Optional.empty();
        Reading before = reading;
        reading = good.reading();
        enforce(reading.configuration(), reading.problems());
        Moment now = clock.get();
        Changes.between(before, reading).forEach(change -> {
            LOG.info("{}: {}", change.path(), change.message());
            events.accept(new ConfigChanged(now, change.path(), change.message()));
        });
    }

    private void refuse(Loaded.Bad bad) {
        if (refused.filter(bad::equals).isEmpty()) {
            refused = Optional.of(bad);
            String until = bad.missing() ? "until it is back" : "until it is repaired";
            enforce(current(), List.of(unusable(bad, "what was in force stays in force " + until)));
        }
    }

    private void enforce(Configuration configuration, List<ConfigurationProblem> problems) {
        InForce before = inForce;
        boolean changed = !configuration.equals(before.edition().configuration());
        Edition edition = changed ? new Edition(before.edition().number() + 1, configuration) : before.edition();
        inForce = new InForce(edition, List.copyOf(problems));
        Set<ConfigurationProblem> known = new HashSet<>(before.problems());
        problems.stream().filter(problem -> !known.contains(problem)).forEach(this::announce);
        if (changed) {
            observers.publish(edition);
        }
    }

    private void announce(ConfigurationProblem problem) {
        if (problem.severity() == Severity.NOTE) {
            LOG.info("{}", problem);
        } else {
            LOG.warn("{}", problem);
        }
        events.accept(new ConfigProblem(clock.get(), problem.path(), problem.message()));
    }

    private void changeNow(List<ConfigurationEdit> edits) throws ConfigurationRefusedException {
        for (int attempt = 0; attempt < WRITE_ATTEMPTS; attempt++) {
            if (changed(edits)) {
                return;
            }
        }
        throw refusal("is being written by another program");
    }

    /** False when somebody else wrote the file in between. */
    private boolean changed(List<ConfigurationEdit> edits) throws ConfigurationRefusedException {
        Base base = base();
        Optional<String> obstacle = base.lossless() ? file.obstacle() : Optional.of(Loader.REPEATED);
        if (obstacle.isPresent()) {
            throw refusal("cannot be written: " + obstacle.get());
        }
        Moved moved = edited(base.document(), edits);
        String text = JsonWriting.write(moved.document(), base.text());
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> expected = base.content();
        if (!written(moved, content, expected)) {
            return false;
        }
        secrets.forget(base.document(), moved.document());
        take(new Loaded.Good(content, text, moved.document(), true, reader.read(document(moved.document()))));
        return true;
    }

    private boolean written(Moved moved, byte[] content, Optional<byte[]> expected)
            throws ConfigurationRefusedException {
        try {
            return secrets.with(moved.secrets(), () -> file.replace(expected, content, expected));
        } catch (IOException e) {
            throw refusal("cannot be written: " + Failures.reason(e));
        } catch (SecretStorageException e) {
            throw refusal("is not changed, since the password cannot be stored: " + e.getMessage());
        }
    }

    /**
     * What edits start from: what is in the file now, or when it is gone, what was in it.
     *
     * @param good that, if there ever was something
     * @param inFile whether it is in the file
     */
    private record Base(Optional<Loaded.Good> good, boolean inFile) {

        JsonObject document() {
            return good.map(Loaded.Good::document).orElseGet(JsonObject::new);
        }

        boolean lossless() {
            return good.map(Loaded.Good::lossless).orElse(true);
        }

        String text() {
            return good.map(Loaded.Good::text).orElse("");
        }

        Optional<byte[]> content() {
            return inFile ? good.map(Loaded.Good::content) : Optional.empty();
        }
    }

    private Base base() throws ConfigurationRefusedException {
        looked = lasting(file.stamp());
        Loaded loaded = loader.load(file);
        if (loaded instanceof Loaded.Good good) {
            take(good);
            return new Base(Optional.of(good), true);
        }
        Loaded.Bad bad = (Loaded.Bad) loaded;
        if (!bad.missing()) {
            throw refusal(bad.reason() + "; it is not written until it is repaired");
        }
        return new Base(taken, false);
    }

    private Moved edited(JsonObject base, List<ConfigurationEdit> edits) throws ConfigurationRefusedException {
        JsonObject document = base.deepCopy();
        Editing editing = new Editing(document);
        edits.forEach(editing::apply);
        if (!editing.refusals().isEmpty()) {
            throw new ConfigurationRefusedException(editing.refusals());
        }
        List<ConfigurationProblem> problems = reader.read(document(document)).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem -> editing.touched(problem.path()) || isNew(problem))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationRefusedException(problems);
        }
        boolean unmovable = SecretMover.move(base).changed();
        return unmovable && !editing.touchedPassword()
                ? new Moved(document, false, Map.of())
                : SecretMover.move(document);
    }

    /** The cameras' paths shift when one is removed; what is wrong with others is no reason to refuse. */
    private boolean isNew(ConfigurationProblem problem) {
        return !problem.path().startsWith("cameras[") && !reading.problems().contains(problem);
    }

    private static JsonDocument document(JsonObject root) {
        return new JsonDocument(root, List.of());
    }

    private ConfigurationProblem unusable(Loaded.Bad bad, String consequence) {
        return new ConfigurationProblem(Severity.UNREADABLE, name(file.path()), bad.reason() + "; " + consequence);
    }

    private ConfigurationRefusedException refusal(String message) {
        return new ConfigurationRefusedException(
                List.of(new ConfigurationProblem(Severity.ERROR, name(file.path()), message)));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
