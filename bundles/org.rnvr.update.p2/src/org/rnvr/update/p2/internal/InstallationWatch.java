package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.internal.provisional.configurator.Configurator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Installed;
import org.rnvr.event.Removed;
import org.rnvr.event.Reverted;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.RolledBack;
import org.rnvr.event.Updated;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstallationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that the installation was changed, by whatever process, and lets the change take effect: at once where nothing of RNVR
 * itself is concerned. Tells the journal of the site what changed since it was last told. Only while a site is recorded.
 */
@Component(
        immediate = true,
        service = {})
@SuppressWarnings("restriction")
public final class InstallationWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(InstallationWatch.class);
    private static final long PACE_MILLIS = 1_000;
    private static final long LATE_SECONDS = 30;
    private static final String SEEN = "features.seen";

    private final BundleContext context;
    private final UpdateComponent updates;
    private final CameraMonitor monitor;
    private final LiveChange live;
    private final Path seen;
    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rnvr-installation");
        thread.setDaemon(true);
        return thread;
    });

    // confined to the lane
    private Optional<FileMark> looked = Optional.empty();
    private Optional<RefusalNotes> refusals = Optional.empty();
    private boolean inEffect;
    private boolean failing;

    /** Begins to watch, where there is an installation. */
    @Activate
    public InstallationWatch(
            BundleContext context,
            @Reference UpdateComponent updates,
            @Reference ConfigurationService configuration,
            @Reference CameraMonitor monitor,
            @Reference Configurator configurator) {
        this.context = context;
        this.updates = updates;
        this.monitor = monitor;
        live = new LiveChange(
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class),
                configurator::applyConfiguration,
                CompletableFuture.delayedExecutor(LATE_SECONDS, TimeUnit.SECONDS),
                this::tellHeld);
        seen = Path.of(context.getProperty(ConfigurationService.DATA_PROPERTY)).resolve(SEEN);
        updates.installation()
                .ifPresent(installation ->
                        lane.scheduleWithFixedDelay(() -> look(installation), 0, PACE_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Deactivate
    void deactivate() {
        lane.shutdownNow();
    }

    private void look(Installation installation) {
        try {
            hear(installation);
            if (!Files.exists(installation.changing()) && !Files.exists(installation.returning())) {
                FileMark now = FileMark.of(installation.bundlesInfo());
                if (looked.filter(now::equals).isEmpty()) {
                    takeUp(installation);
                    looked = Optional.of(now);
                }
                prove(installation);
            }
            failing = false;
        } catch (IOException | RuntimeException | LinkageError e) {
            if (!failing) {
                LOGGER.error("The installation {} cannot be looked at", installation.home(), e);
            }
            failing = true;
        }
    }

    /** Tells the journal what was refused to others. */
    private void hear(Installation installation) throws IOException {
        if (refusals.isEmpty()) {
            refusals = Optional.of(new RefusalNotes(installation.refused()));
        }
        refusals.get().next().ifPresent(updates::post);
    }

    /** Ends the trial of an update that works. */
    private void prove(Installation installation) throws IOException {
        Optional<PendingUpdate> pending = PendingUpdate.read(installation.pending());
        if (pending.isPresent()
                && inEffect
                && pending.get().isProven(updates.isApplicationRunning(), streaming() > 0)) {
            Files.delete(installation.pending());
            LOGGER.info("RNVR {} works and is kept", pending.get().to());
        }
    }

    private void takeUp(Installation installation) throws IOException {
        List<BundleLine> wanted = BundleLine.read(installation.bundlesInfo(), installation.home());
        List<RunningBundle> running = RunningBundles.of(context);
        Difference difference = Differences.between(RunningBundles.ids(running), wanted);
        Set<Integer> startLevels = BundleLine.startLevels(wanted, difference);
        inEffect = difference.isNone()
                || LiveChange.isPossible(startLevels)
                        && difference.isWithoutRestart(running, installation.coreBundles());
        if (!inEffect) {
            needRestart(installation, ChangeGuard.version(RunningBundles.ids(running)), wanted);
            return; // the journal is told after it
        }
        if (!difference.isNone()) {
            LOGGER.info("Taking up without a restart: {}", difference);
            if (updates.dropIns().isPresent()) {
                updates.dropIns().get().look(); // what was dropped in gives way to what is installed
            }
            live.make(startLevels);
        }
        updates.become(InstallationState.IN_EFFECT);
        tell(installation);
    }

    private void tellHeld() {
        LOGGER.warn(
                "What was installed does not take effect within {} s: a bundle does not start or stop. Restart RNVR.",
                LATE_SECONDS);
        updates.become(InstallationState.RESTART_NEEDED);
    }

    private void needRestart(Installation installation, String version, List<BundleLine> wanted) throws IOException {
        if (Files.exists(installation.former())) {
            new PendingUpdate(version, ChangeGuard.version(BundleLine.ids(wanted)), streaming())
                    .write(installation.pending());
        }
        LOGGER.info("What was installed takes effect after a restart");
        updates.become(InstallationState.RESTART_NEEDED);
    }

    private int streaming() {
        return (int) monitor.cameras().stream()
                .filter(camera -> camera.state() == ConnectionState.STREAMING)
                .count();
    }

    private void tell(Installation installation) throws IOException {
        Map<String, String> now = FeatureFile.installed(installation.platformXml());
        boolean toldBefore = Files.exists(seen);
        Map<String, String> before = toldBefore ? new TreeMap<>(PendingUpdate.fields(seen)) : now;
        Optional<RnvrEvent> back = wentBack(installation);
        if (back.isPresent()) {
            updates.post(back.get());
            Files.delete(installation.wentBack());
        } else {
            Provisioning.difference(before, now).features().forEach(feature -> updates.post(event(feature)));
        }
        if (!toldBefore || !before.equals(now)) {
            StringBuilder lines = new StringBuilder();
            now.forEach((id, version) ->
                    lines.append(id).append('=').append(version).append('\n'));
            Files.writeString(seen, lines.toString(), StandardCharsets.UTF_8);
        }
    }

    private static RnvrEvent event(InstallationChange.Feature feature) {
        if (feature.from().isEmpty()) {
            return new Installed(
                    UpdateComponent.now(), feature.id(), feature.to().orElseThrow(), Optional.empty());
        }
        if (feature.to().isEmpty()) {
            return new Removed(
                    UpdateComponent.now(), feature.id(), feature.from().orElseThrow(), Optional.empty());
        }
        return new Updated(
                UpdateComponent.now(),
                feature.id(),
                feature.from().orElseThrow(),
                feature.to().orElseThrow(),
                Optional.empty());
    }

    private static Optional<RnvrEvent> wentBack(Installation installation) throws IOException {
        if (!Files.exists(installation.wentBack())) {
            return Optional.empty();
        }
        Map<String, String> fields = PendingUpdate.fields(installation.wentBack());
        String from = fields.getOrDefault("from", "");
        String to = fields.getOrDefault("to", "");
        String reason = fields.getOrDefault("reason", "");
        return Optional.of(
                reason.isEmpty()
                        ? new Reverted(UpdateComponent.now(), from, to)
                        : new RolledBack(UpdateComponent.now(), from, to, reason));
    }
}
