package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.internal.provisional.p2.core.eventbus.IProvisioningEventBus;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.UIServices;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.ConfigurationKeys;
import org.rnvr.config.ConfigurationService;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.UpdateRefused;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstallationState;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.OfferedFeature;
import org.rnvr.update.PlannedChange;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.UpdateRefusedException;
import org.rnvr.update.UpdateService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does on a thread of its own what is asked for. p2 is started when it is first needed. */
@Component(service = {UpdateService.class, UpdateComponent.class})
@SuppressWarnings("restriction")
public final class UpdateComponent implements UpdateService {

    /** Framework property: the folder of the installation. */
    static final String HOME_PROPERTY = "rnvr.home";

    /** Framework property: the folder of the site where plugins may be dropped in; none are taken where it is not set. */
    static final String DROP_INS_PROPERTY = "rnvr.dropins";

    private static final Logger LOGGER = LoggerFactory.getLogger(UpdateComponent.class);

    private final BundleContext context;
    private final EventAdmin events;
    private final Settings settings;
    private final Optional<Installation> installation;
    private final ExecutorService lane = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rnvr-update");
        thread.setDaemon(true);
        return thread;
    });
    private final Observers observers = new Observers(lane);
    private final Optional<Snapshot> snapshot;
    private final Optional<Trust> trust;
    private final Optional<DropIns> dropIns;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile KeyConsent usualConsent;

    private volatile boolean applicationRuns;

    /** Ready at once. */
    @Activate
    public UpdateComponent(
            BundleContext context, @Reference EventAdmin events, @Reference ConfigurationKeys configurationKeys) {
        this.context = context;
        this.events = events;
        settings = new Settings(
                configurationKeys, Optional.ofNullable(context.getProperty(ConfigurationService.FILE_PROPERTY)));
        installation = Optional.ofNullable(context.getProperty(HOME_PROPERTY))
                .map(Path::of)
                .map(Installation::new);
        snapshot = installation.map(Snapshot::new);
        trust = installation.map(
                there -> new Trust(there.keys(), settings::allowUnsigned, () -> Optional.ofNullable(usualConsent)
                        .orElse(KeyConsent.NONE)));
        dropIns = installation.flatMap(there -> Optional.ofNullable(context.getProperty(DROP_INS_PROPERTY))
                .map(folder -> dropIns(context, there, Path.of(folder))));
    }

    private static DropIns dropIns(BundleContext context, Installation installation, Path folder) {
        InstalledNames.Source installed = new InstalledNames.OfInstallation(installation);
        return new DropIns(
                List.of(folder, installation.dropIns()),
                FileOwner::ofProcess,
                installed,
                new DropInBundles(context, installed));
    }

    @Deactivate
    void deactivate() {
        lane.shutdownNow();
    }

    /** Takes the settings of the site that is recorded, while there is one. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "forget")
    void take(ConfigurationService configuration) {
        settings.take(configuration);
    }

    void forget(ConfigurationService configuration) {
        settings.forget(configuration);
    }

    /** p2 was started, by this or by its own windows: from now on its changes are guarded and its trust is this one's. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + IProvisioningAgent.SERVICE_CURRENT + "=true)",
            unbind = "leave")
    void guard(IProvisioningAgent agent) {
        if (installation.isPresent()) {
            agent.registerService(UIServices.SERVICE_NAME, trust.orElseThrow());
            agent.getService(IProvisioningEventBus.class)
                    .addListener(new ChangeGuard(
                            installation.get(),
                            snapshot.orElseThrow(),
                            new ArtifactPool(installation.get(), agent),
                            new Surplus(agent),
                            () -> Provisioning.timestamp(agent)));
        }
    }

    void leave(IProvisioningAgent agent) {
        trust.ifPresent(one -> agent.unregisterService(UIServices.SERVICE_NAME, one));
    }

    @Override
    public CompletableFuture<List<InstalledFeature>> installed() {
        return enqueue(monitor -> {
            if (dropIns.isPresent() && dropIns.get().lookFirst()) {
                dropIns.get().refused().forEach(refusal -> LOGGER.warn("{}", refusal.message()));
            }
            Map<String, Set<String>> strategies = strategies();
            Set<BundleId> running = RunningBundles.resolved(context);
            return Stream.concat(
                            provisioning().installed(strategies, running, monitor).stream(),
                            droppedIn().stream().map(jar -> feature(jar, strategies, running)))
                    .sorted(Comparator.comparing(InstalledFeature::name).thenComparing(InstalledFeature::id))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<OfferedFeature>> offered(Collection<URI> repositories) {
        return enqueue(monitor -> provisioning().offered(places(repositories), monitor));
    }

    @Override
    public CompletableFuture<List<AvailableUpdate>> check(Collection<URI> repositories) {
        return enqueue(monitor -> provisioning().check(places(repositories), monitor));
    }

    @Override
    public CompletableFuture<PlannedChange> plan(Collection<String> features, Collection<URI> repositories) {
        return enqueue(monitor -> provisioning().plan(features, places(repositories), monitor));
    }

    @Override
    public CompletableFuture<InstallationChange> install(
            Collection<String> features, Collection<URI> repositories, KeyConsent consent) {
        return change(features, monitor -> provisioning().install(features, places(repositories), consent, monitor));
    }

    @Override
    public CompletableFuture<InstallationChange> update(
            Collection<String> features, Collection<URI> repositories, KeyConsent consent) {
        return change(features, monitor -> provisioning().update(features, places(repositories), consent, monitor));
    }

    @Override
    public CompletableFuture<InstallationChange> remove(Collection<String> features) {
        return change(features, monitor -> {
            for (DropIn jar : droppedIn()) {
                if (features.contains(jar.name())) {
                    throw Refusals.of(
                            Reason.UNKNOWN_FEATURE,
                            jar.name(),
                            "%s was dropped in; delete the file %s.".formatted(jar.name(), jar.file()));
                }
            }
            return provisioning().remove(features, monitor);
        });
    }

    @Override
    public CompletableFuture<Void> revert() {
        return enqueue(monitor -> {
            Installation there = changeable();
            if (!Files.exists(there.former())) {
                throw Refusals.of(Reason.NOTHING_FORMER, "There is no former installation to go back to.");
            }
            Process script = new ProcessBuilder(there.launcher().toString(), "--revert")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (script.waitFor() != 0) {
                throw Refusals.of(
                        Reason.FAILED, "The former installation could not be brought back: %s".formatted(said.strip()));
            }
            return null;
        });
    }

    @Override
    public InstallationState state() {
        return observers.state();
    }

    @Override
    public Registration observe(Consumer<InstallationState> observer) {
        return observers.add(observer);
    }

    @Override
    public void applicationRuns() {
        applicationRuns = true;
    }

    /** Whether the application said that it runs. */
    boolean isApplicationRunning() {
        return applicationRuns;
    }

    void become(InstallationState state) {
        observers.become(state);
    }

    Optional<DropIns> dropIns() {
        return dropIns;
    }

    private List<DropIn> droppedIn() {
        return dropIns.map(DropIns::running).orElse(List.of());
    }

    private InstalledFeature feature(DropIn jar, Map<String, Set<String>> strategies, Set<BundleId> running) {
        Dictionary<String, String> headers = Arrays.stream(context.getBundles())
                .filter(bundle -> jar.name().equals(bundle.getSymbolicName()))
                .findFirst()
                .map(Bundle::getHeaders)
                .orElseGet(Hashtable::new);
        return new InstalledFeature(
                jar.name(),
                Optional.ofNullable(headers.get(Constants.BUNDLE_NAME)).orElse(jar.name()),
                jar.version(),
                Optional.ofNullable(headers.get(Constants.BUNDLE_VENDOR)).orElse(""),
                Optional.empty(),
                List.copyOf(strategies.getOrDefault(jar.name(), Set.of())),
                running.contains(jar.bundle().id()),
                false,
                Optional.of(jar.file()));
    }

    Optional<Installation> installation() {
        return installation;
    }

    void post(RnvrEvent event) {
        events.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    static Moment now() {
        return new Moment(java.time.Instant.now(), System.nanoTime());
    }

    private CompletableFuture<InstallationChange> change(Collection<String> features, Work<InstallationChange> work) {
        return enqueue(monitor -> {
            try {
                changeable();
                return work.apply(monitor);
            } catch (UpdateRefusedException e) {
                LOGGER.info("{}", e.getMessage());
                tell(new UpdateRefused(now(), String.join(",", features), e.getMessage()));
                throw e;
            }
        });
    }

    /** Tells the journal of the site, or where none is recorded here, those of the processes that record one. */
    private void tell(UpdateRefused refused) {
        if (settings.areOfSite()) {
            post(refused);
        } else if (installation
                .filter(there -> there.changed().allMatch(Files::isWritable))
                .isPresent()) {
            try {
                RefusalNotes.leave(installation.get().refused(), refused);
            } catch (IOException e) {
                LOGGER.warn("What was refused cannot be told to those that record: {}", e.getMessage());
            }
        }
    }

    /** The installation, if it may be changed now. */
    private Installation changeable() throws UpdateRefusedException, IOException {
        Installation there = installation.orElseThrow(Refusals::notByScript);
        new ChangeRules(there, Files::isWritable).check();
        return there;
    }

    private Provisioning provisioning() throws UpdateRefusedException {
        Installation there = installation.orElseThrow(Refusals::notByScript);
        return new Provisioning(there, agent(), trust.orElseThrow(), snapshot.orElseThrow());
    }

    private IProvisioningAgent agent() throws UpdateRefusedException {
        try {
            FrameworkUtil.getBundle(IProvisioningAgent.class).start(Bundle.START_TRANSIENT);
            Collection<ServiceReference<IProvisioningAgent>> found = context.getServiceReferences(
                    IProvisioningAgent.class, "(" + IProvisioningAgent.SERVICE_CURRENT + "=true)");
            for (ServiceReference<IProvisioningAgent> reference : found) {
                IProvisioningAgent agent = context.getService(reference);
                if (agent != null) {
                    return agent;
                }
            }
        } catch (BundleException | InvalidSyntaxException e) {
            LOGGER.error("p2 cannot be started", e);
        }
        throw Refusals.notByScript();
    }

    private Collection<URI> places(Collection<URI> named) throws UpdateRefusedException {
        Collection<URI> places = named.isEmpty() ? settings.repositories() : named;
        if (places.isEmpty()) {
            throw Refusals.of(
                    Reason.NO_REPOSITORY,
                    "There is no repository to look in. Name one, or set updates.repositories in the configuration.");
        }
        return places;
    }

    private Map<String, Set<String>> strategies() {
        Map<String, Set<String>> names = new HashMap<>();
        try {
            for (ServiceReference<DetectionStrategy> reference :
                    context.getServiceReferences(DetectionStrategy.class, null)) {
                DetectionStrategy strategy = context.getService(reference);
                if (strategy != null) {
                    names.computeIfAbsent(reference.getBundle().getSymbolicName(), key -> new TreeSet<>())
                            .add(strategy.name());
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private <T> CompletableFuture<T> enqueue(Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            lane.execute(() -> work(future, work));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(Refusals.cancelled());
        }
        return future;
    }

    private static <T> void work(CompletableFuture<T> future, Work<T> work) {
        if (future.isDone()) {
            return;
        }
        try {
            future.complete(work.apply(new FutureMonitor(future)));
        } catch (UpdateRefusedException e) {
            future.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.completeExceptionally(Refusals.cancelled());
        } catch (IOException | RuntimeException e) {
            LOGGER.error("A change of the installation failed", e);
            future.completeExceptionally(Refusals.notChanged(e.getMessage()));
        }
    }

    /** What a future stands for. */
    @FunctionalInterface
    private interface Work<T> {
        T apply(IProgressMonitor monitor) throws UpdateRefusedException, IOException, InterruptedException;
    }

    /** Cancelled with its future. */
    private static final class FutureMonitor extends NullProgressMonitor {

        private final CompletableFuture<?> future;

        private FutureMonitor(CompletableFuture<?> future) {
            this.future = future;
        }

        @Override
        public boolean isCanceled() {
            return super.isCanceled() || future.isCancelled();
        }
    }
}
