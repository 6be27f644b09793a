package org.rnvr.console.tests;

import static org.rnvr.console.tests.Site.said;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstallationState;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.OfferedFeature;
import org.rnvr.update.PlannedChange;
import org.rnvr.update.Refusal;
import org.rnvr.update.SigningKey;
import org.rnvr.update.UpdateRefusedException;
import org.rnvr.update.UpdateService;

/** Changes what is installed nowhere but here, one thing after the other, and keeps account of what it is asked for. */
final class Depot implements UpdateService, AutoCloseable {

    static final SigningKey KEY = new SigningKey(
            "0123456789ABCDEF0123456789ABCDEF01234567",
            List.of("Example <release@example.com>"),
            Instant.parse("2026-01-15T12:00:00Z"),
            Optional.of(Instant.parse("2028-01-15T12:00:00Z")));
    static final List<String> SIGNED = List.of("com.example.detect 1.2.0", "com.example.detect.feature 1.2.0");
    static final String PLUGIN = "com.example.detect.feature";
    static final String CONSOLE = "org.rnvr.console.feature";

    private final ExecutorService lane = Executors.newSingleThreadExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Consumer<InstallationState>> observers = new CopyOnWriteArrayList<>();
    private final Set<String> trusted = new HashSet<>();
    private final List<InstalledFeature> installed = new CopyOnWriteArrayList<>(List.of(
            feature(CONSOLE, said("RNVR console", "RNVR 콘솔"), "0.1.0", Optional.empty(), List.of(), true),
            feature(
                    "org.rnvr.detect.feature",
                    said("RNVR detection", "RNVR 감지"),
                    "0.1.0",
                    Optional.empty(),
                    List.of("adaptive", "frames"),
                    false)));
    private volatile InstallationState state = InstallationState.IN_EFFECT;
    private volatile Optional<Refusal> refusal = Optional.empty();
    private volatile boolean held;
    private volatile Optional<CompletableFuture<?>> holding = Optional.empty();

    List<String> requests() {
        return requests;
    }

    void dropIn(Path file) {
        installed.add(new InstalledFeature(
                "com.example.dropped",
                said("Dropped detector", "넣은 감지기"),
                "1.0.0",
                "",
                Optional.empty(),
                List.of("dropped"),
                true,
                false,
                Optional.of(file)));
    }

    /** Refuses every change. */
    void refuse(Refusal reason) {
        refusal = Optional.of(reason);
    }

    /** Lets a change wait for ever. */
    void hold() {
        held = true;
    }

    boolean wasCancelled() {
        return holding.filter(CompletableFuture::isCancelled).isPresent();
    }

    void become(InstallationState next) {
        state = next;
        observers.forEach(observer -> observer.accept(next));
    }

    @Override
    public CompletableFuture<List<InstalledFeature>> installed() {
        return enqueue(() -> List.copyOf(installed));
    }

    @Override
    public CompletableFuture<List<OfferedFeature>> offered(Collection<URI> repositories) {
        requests.add("offered " + repositories);
        return enqueue(() -> {
            if (repositories.toString().contains("nowhere")) {
                throw refused(
                        Refusal.Reason.UNREACHABLE,
                        said("The repository cannot be used: refused", "저장소를 사용할 수 없습니다: 거부됨"));
            }
            return List.of(
                    new OfferedFeature(
                            PLUGIN,
                            said("Example detector", "예제 감지기"),
                            "1.2.0",
                            "Example",
                            Optional.of(KEY),
                            Optional.empty()),
                    new OfferedFeature(
                            "com.example.loose.feature",
                            said("Loose detector", "느슨한 감지기"),
                            "0.9.0",
                            "Somebody",
                            Optional.empty(),
                            Optional.of("0.8.0")));
        });
    }

    @Override
    public CompletableFuture<List<AvailableUpdate>> check(Collection<URI> repositories) {
        requests.add("check");
        return enqueue(() -> List.of(
                new AvailableUpdate(CONSOLE, said("RNVR console", "RNVR 콘솔"), "0.1.0", "0.2.0", 41_500_000, true),
                new AvailableUpdate(
                        "org.rnvr.detect.feature",
                        said("RNVR detection", "RNVR 감지"),
                        "0.1.0",
                        "0.1.1",
                        98_000,
                        false)));
    }

    @Override
    public CompletableFuture<PlannedChange> plan(Collection<String> features, Collection<URI> repositories) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<InstallationChange> install(
            Collection<String> features, Collection<URI> repositories, KeyConsent consent) {
        requests.add("install " + features);
        return change(() -> {
            if (!trusted.contains(KEY.fingerprint()) && !consent.trust(KEY, SIGNED)) {
                throw new UpdateRefusedException(List.of(unknownKey(SIGNED.get(0)), unknownKey(SIGNED.get(1))));
            }
            trusted.add(KEY.fingerprint());
            installed.removeIf(feature -> feature.id().equals(PLUGIN));
            installed.add(feature(
                    PLUGIN, said("Example detector", "예제 감지기"), "1.2.0", Optional.of(KEY), List.of("example"), false));
            return changed(PLUGIN, Optional.empty(), Optional.of("1.2.0"), false);
        });
    }

    @Override
    public CompletableFuture<InstallationChange> update(
            Collection<String> features, Collection<URI> repositories, KeyConsent consent) {
        requests.add("update " + features);
        return change(() -> {
            become(InstallationState.RESTART_NEEDED);
            return changed(CONSOLE, Optional.of("0.1.0"), Optional.of("0.2.0"), true);
        });
    }

    @Override
    public CompletableFuture<InstallationChange> remove(Collection<String> features) {
        requests.add("remove " + features);
        return change(() -> {
            installed.removeIf(feature -> features.contains(feature.id()));
            return changed(PLUGIN, Optional.of("1.2.0"), Optional.empty(), false);
        });
    }

    @Override
    public CompletableFuture<Void> revert() {
        requests.add("revert");
        return change(() -> null);
    }

    @Override
    public InstallationState state() {
        return state;
    }

    @Override
    public Registration observe(Consumer<InstallationState> observer) {
        observers.add(observer);
        observer.accept(state);
        return () -> observers.remove(observer);
    }

    @Override
    public void applicationRuns() {
        requests.add("runs");
    }

    @Override
    public void close() {
        lane.shutdownNow();
    }

    private <T> CompletableFuture<T> change(Callable<T> work) {
        if (held) {
            CompletableFuture<T> never = new CompletableFuture<>();
            holding = Optional.of(never);
            return never;
        }
        return enqueue(() -> {
            if (refusal.isPresent()) {
                throw new UpdateRefusedException(List.of(refusal.get()));
            }
            return work.call();
        });
    }

    private <T> CompletableFuture<T> enqueue(Callable<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        lane.execute(() -> {
            try {
                future.complete(work.call());
            } catch (Exception e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static Refusal unknownKey(String artifact) {
        return new Refusal(
                Refusal.Reason.UNKNOWN_KEY,
                Optional.of(artifact),
                Optional.of(KEY),
                said(artifact + " is signed with a key that is not trusted.", artifact + "은(는) 신뢰하지 않는 키로 서명되었습니다."));
    }

    private static UpdateRefusedException refused(Refusal.Reason reason, String message) {
        return new UpdateRefusedException(List.of(new Refusal(reason, Optional.empty(), Optional.empty(), message)));
    }

    private static InstallationChange changed(
            String feature, Optional<String> from, Optional<String> to, boolean needsRestart) {
        return new InstallationChange(List.of(new InstallationChange.Feature(feature, from, to)), needsRestart);
    }

    private static InstalledFeature feature(
            String id, String name, String version, Optional<SigningKey> signer, List<String> strategies, boolean own) {
        return new InstalledFeature(
                id,
                name,
                version,
                own ? "RNVR" : "Example",
                signer,
                new ArrayList<>(strategies),
                true,
                own,
                Optional.empty());
    }
}
