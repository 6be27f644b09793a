package org.rnvr.pipeline.gst.internal.playback;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.gst.internal.GstRuntime;
import org.rnvr.pipeline.gst.internal.Lane;
import org.rnvr.pipeline.gst.internal.Workers;
import org.rnvr.pipeline.gst.internal.media.VideoFiles;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.recording.RecordingCatalog;

/** Opens players, and tells them when the catalog comes, changes and goes. */
@Component
public final class PlaybackComponent implements Playback {

    /** Half a day of four cameras at 5 frames a second, or 40 MB. */
    private static final long MOST_FRAMES_REMEMBERED = 1_000_000;

    private final GstRuntime runtime;
    private final VideoFiles files = new VideoFiles(MOST_FRAMES_REMEMBERED);
    private final Workers workers = new Workers();
    private final Set<RecordingPlayer> players = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Observed>> catalog = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<ConfigurationService>> configuration =
            new AtomicReference<>(Optional.empty());
    private final Archive archive = new CatalogArchive(() -> catalog.get().map(Observed::catalog));

    private record Observed(RecordingCatalog catalog, Registration registration) {}

    /** Made by Declarative Services. */
    @Activate
    public PlaybackComponent(@Reference GstRuntime runtime) {
        this.runtime = runtime;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCatalog(RecordingCatalog added) {
        Observed before = catalog.getAndSet(
                        Optional.of(new Observed(added, added.observe(cameraId -> expire(Optional.of(cameraId))))))
                .orElse(null);
        if (before != null) {
            before.registration.close();
        }
        expire(Optional.empty());
    }

    void unbindCatalog(RecordingCatalog removed) {
        Optional<Observed> present = catalog.get();
        if (present.isPresent()
                && present.get().catalog == removed
                && catalog.compareAndSet(present, Optional.empty())) {
            present.get().registration.close();
            expire(Optional.empty());
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindConfiguration(ConfigurationService added) {
        configuration.set(Optional.of(added));
    }

    void unbindConfiguration(ConfigurationService removed) {
        Optional<ConfigurationService> present = configuration.get();
        if (present.isPresent() && present.get() == removed) {
            configuration.compareAndSet(present, Optional.empty());
        }
    }

    private Optional<Configuration> configuration() {
        return configuration.get().map(ConfigurationService::current);
    }

    private void expire(Optional<String> cameraId) {
        players.forEach(player -> player.expire(cameraId));
    }

    @Override
    public Player open() {
        AtomicReference<Runnable> forget = new AtomicReference<>();
        RecordingPlayer player = new RecordingPlayer(
                new Lane("player"),
                System::nanoTime,
                InstantSource.system().instant(),
                this::projector,
                () -> forget.get().run());
        forget.set(() -> players.remove(player));
        players.add(player);
        return player;
    }

    private Projector projector(String cameraId, Place place, Consumer<Sight> listener) {
        return new Projector(
                cameraId,
                new GstEquipment(runtime, this::configuration, cameraId, place),
                new Roll(cameraId, archive, files::get, System::nanoTime),
                new Lane("player-" + cameraId),
                workers,
                System::nanoTime,
                listener);
    }

    @Deactivate
    void close() {
        CompletableFuture.allOf(List.copyOf(players).stream()
                        .map(player -> player.close().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
        workers.end();
    }
}
