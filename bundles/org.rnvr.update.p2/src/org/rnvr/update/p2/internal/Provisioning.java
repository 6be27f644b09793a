package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.internal.p2.engine.SimpleProfileRegistry;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.engine.query.UserVisibleRootQuery;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.operations.InstallOperation;
import org.eclipse.equinox.p2.operations.ProfileChangeOperation;
import org.eclipse.equinox.p2.operations.ProvisioningSession;
import org.eclipse.equinox.p2.operations.UninstallOperation;
import org.eclipse.equinox.p2.operations.Update;
import org.eclipse.equinox.p2.operations.UpdateOperation;
import org.eclipse.equinox.p2.query.IQueryResult;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.OfferedFeature;
import org.rnvr.update.PlannedChange;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.SigningKey;
import org.rnvr.update.UpdateRefusedException;

/** Changes the profile of the installation by p2. Its methods wait for disk and network; one thread. */
@SuppressWarnings("restriction")
final class Provisioning {

    private static final String FEATURE = ".feature.group";
    private static final String BUNDLE = "osgi.bundle";

    private final Installation installation;
    private final IProvisioningAgent agent;
    private final Trust trust;
    private final Snapshot snapshot;
    private final ConsentedKeys keys;

    Provisioning(Installation installation, IProvisioningAgent agent, Trust trust, Snapshot snapshot) {
        this.installation = installation;
        this.agent = agent;
        this.trust = trust;
        this.snapshot = snapshot;
        keys = new ConsentedKeys(agent);
    }

    /** The time of the state in which a profile is. */
    static long timestamp(IProvisioningAgent agent) {
        IProfileRegistry registry = agent.getService(IProfileRegistry.class);
        IProfile profile = registry.getProfile(IProfileRegistry.SELF);
        return profile == null ? 0 : profile.getTimestamp();
    }

    /**
     * The features that are installed by their own right, in no order.
     *
     * @param strategies names of the strategies that act, by the symbolic names of their bundles
     * @param running the bundles that run
     */
    List<InstalledFeature> installed(
            Map<String, Set<String>> strategies, Set<BundleId> running, IProgressMonitor monitor)
            throws UpdateRefusedException {
        IProfile profile = profile();
        List<InstalledFeature> features = new ArrayList<>();
        for (IInstallableUnit unit : roots(profile)) {
            if (unit.getId().endsWith(FEATURE)) {
                Set<IInstallableUnit> parts = parts(profile, unit, monitor);
                features.add(new InstalledFeature(
                        id(unit),
                        name(unit),
                        unit.getVersion().toString(),
                        text(unit, IInstallableUnit.PROP_PROVIDER),
                        signer(parts),
                        List.copyOf(strategies(parts, strategies)),
                        isActive(parts, running),
                        Installation.isCoreFeature(id(unit)),
                        Optional.empty()));
            }
        }
        return features;
    }

    List<OfferedFeature> offered(Collection<URI> repositories, IProgressMonitor monitor) throws UpdateRefusedException {
        Map<String, String> installed = roots(profile()).stream()
                .collect(Collectors.toMap(
                        Provisioning::id, unit -> unit.getVersion().toString()));
        ProvisioningContext context = context(repositories, monitor);
        IQueryable<IInstallableUnit> units = context.getMetadata(monitor);
        List<IArtifactRepository> artifacts = artifacts(repositories, monitor);
        List<OfferedFeature> offered = new ArrayList<>();
        for (IInstallableUnit unit : units.query(QueryUtil.createLatestQuery(QueryUtil.createIUGroupQuery()), monitor)
                .toUnmodifiableSet()) {
            if (unit.getId().endsWith(FEATURE)) {
                offered.add(new OfferedFeature(
                        id(unit),
                        name(unit),
                        unit.getVersion().toString(),
                        text(unit, IInstallableUnit.PROP_PROVIDER),
                        signer(parts(units, unit, monitor), artifacts),
                        Optional.ofNullable(installed.get(id(unit)))));
            }
        }
        offered.sort(Comparator.comparing(OfferedFeature::name).thenComparing(OfferedFeature::id));
        return offered;
    }

    List<AvailableUpdate> check(Collection<URI> repositories, IProgressMonitor monitor) throws UpdateRefusedException {
        UpdateOperation operation = new UpdateOperation(session(), roots(profile()));
        operation.setProvisioningContext(context(repositories, monitor));
        List<AvailableUpdate> updates = new ArrayList<>();
        if (!resolve(operation, monitor)) {
            return updates;
        }
        Download download = download(operation, monitor);
        for (Update update : operation.getSelectedUpdates()) {
            IInstallableUnit from = update.toUpdate;
            updates.add(new AvailableUpdate(
                    id(from),
                    name(update.replacement),
                    from.getVersion().toString(),
                    update.replacement.getVersion().toString(),
                    download.bytes(update.replacement),
                    !from.getId().endsWith(FEATURE) || Installation.isCoreFeature(id(from))));
        }
        updates.sort(Comparator.comparing(AvailableUpdate::feature).thenComparing(AvailableUpdate::to));
        return updates;
    }

    PlannedChange plan(Collection<String> ids, Collection<URI> repositories, IProgressMonitor monitor)
            throws UpdateRefusedException {
        ProvisioningContext context = context(repositories, monitor);
        List<IInstallableUnit> roots = roots(profile());
        Set<String> present = roots.stream().map(Provisioning::id).collect(Collectors.toSet());
        ProfileChangeOperation operation;
        if (present.containsAll(ids)) {
            operation = new UpdateOperation(session(), ids.isEmpty() ? roots : named(ids));
        } else {
            List<IInstallableUnit> units = new ArrayList<>();
            for (String id : ids) {
                units.add(newest(context, id, monitor));
            }
            operation = new InstallOperation(session(), units);
        }
        operation.setProvisioningContext(context);
        if (!resolve(operation, monitor)) {
            return new PlannedChange(new InstallationChange(List.of(), false), 0);
        }
        IProvisioningPlan plan = operation.getProvisioningPlan();
        return new PlannedChange(
                difference(features(plan.getRemovals(), monitor), features(plan.getAdditions(), monitor)),
                download(operation, monitor).bytes());
    }

    private Download download(ProfileChangeOperation operation, IProgressMonitor monitor)
            throws UpdateRefusedException {
        try {
            return new Download(operation.getProvisioningPlan(), new ArtifactPool(installation, agent).keys(), monitor);
        } catch (ProvisionException e) {
            throw Refusals.of(e.getStatus());
        }
    }

    private static Map<String, String> features(IQueryable<IInstallableUnit> units, IProgressMonitor monitor) {
        Map<String, String> versions = new TreeMap<>();
        units.query(QueryUtil.ALL_UNITS, monitor).toUnmodifiableSet().stream()
                .filter(unit -> unit.getId().endsWith(FEATURE))
                .forEach(unit -> versions.put(id(unit), unit.getVersion().toString()));
        return versions;
    }

    InstallationChange install(
            Collection<String> ids, Collection<URI> repositories, KeyConsent consent, IProgressMonitor monitor)
            throws UpdateRefusedException {
        ProvisioningContext context = context(repositories, monitor);
        List<IInstallableUnit> units = new ArrayList<>();
        for (String id : ids) {
            units.add(newest(context, id, monitor));
        }
        units.removeAll(roots(profile()));
        if (units.isEmpty()) {
            return new InstallationChange(List.of(), false);
        }
        InstallOperation operation = new InstallOperation(session(), units);
        operation.setProvisioningContext(context);
        return change(operation, consent, monitor);
    }

    InstallationChange update(
            Collection<String> ids, Collection<URI> repositories, KeyConsent consent, IProgressMonitor monitor)
            throws UpdateRefusedException {
        List<IInstallableUnit> units = ids.isEmpty() ? roots(profile()) : named(ids);
        UpdateOperation operation = new UpdateOperation(session(), units);
        operation.setProvisioningContext(context(repositories, monitor));
        return change(operation, consent, monitor);
    }

    InstallationChange remove(Collection<String> ids, IProgressMonitor monitor) throws UpdateRefusedException {
        for (String id : ids) {
            if (Installation.isCoreFeature(id)) {
                throw Refusals.of(
                        Reason.OWN_FEATURE, id, "%s is a part of RNVR itself and cannot be removed.".formatted(id));
            }
        }
        UninstallOperation operation = new UninstallOperation(session(), named(ids));
        ProvisioningContext context = new ProvisioningContext(agent);
        context.setMetadataRepositories();
        context.setArtifactRepositories();
        operation.setProvisioningContext(context);
        return change(operation, KeyConsent.NONE, monitor);
    }

    private InstallationChange change(ProfileChangeOperation operation, KeyConsent consent, IProgressMonitor monitor)
            throws UpdateRefusedException {
        if (!resolve(operation, monitor)) {
            return new InstallationChange(List.of(), false);
        }
        try {
            Map<String, String> before = FeatureFile.installed(installation.platformXml());
            keep();
            perform(operation, consent, monitor);
            return difference(before, FeatureFile.installed(installation.platformXml()));
        } catch (IOException e) {
            throw Refusals.notChanged(e.getMessage());
        }
    }

    private void keep() throws UpdateRefusedException {
        try {
            new Surplus(agent).remove();
            snapshot.begin();
        } catch (IOException e) {
            throw Refusals.of(
                    Reason.FAILED,
                    "The installation could not be kept before the change, so nothing was changed: %s"
                            .formatted(e.getMessage()));
        }
    }

    private void perform(ProfileChangeOperation operation, KeyConsent consent, IProgressMonitor monitor)
            throws UpdateRefusedException, IOException {
        keys.read(profile());
        trust.begin(consent);
        IStatus done;
        List<Refusal> refused;
        try {
            done = fetch(operation, monitor);
            if (!done.matches(IStatus.ERROR | IStatus.CANCEL)) {
                done = operation.getProvisioningJob(monitor).runModal(monitor);
            }
        } catch (OperationCanceledException e) {
            done = Status.CANCEL_STATUS;
        } finally {
            refused = trust.end();
            keys.write(monitor);
            snapshot.dropped(); // where it is not done
        }
        if (done.matches(IStatus.ERROR | IStatus.CANCEL)) {
            throw refused.isEmpty() ? Refusals.of(done) : new UpdateRefusedException(refused);
        }
    }

    /** Everything is fetched and judged before anything is changed. */
    private IStatus fetch(ProfileChangeOperation operation, IProgressMonitor monitor) {
        return session()
                .performProvisioningPlan(
                        operation.getProvisioningPlan(),
                        PhaseSetFactory.createPhaseSetIncluding(
                                new String[] {PhaseSetFactory.PHASE_COLLECT, PhaseSetFactory.PHASE_CHECK_TRUST}),
                        operation.getProvisioningContext(),
                        monitor);
    }

    /** Whether there is anything to do. */
    private static boolean resolve(ProfileChangeOperation operation, IProgressMonitor monitor)
            throws UpdateRefusedException {
        IStatus resolved;
        try {
            resolved = operation.resolveModal(monitor);
        } catch (OperationCanceledException e) {
            throw Refusals.of(Status.CANCEL_STATUS);
        }
        if (resolved.getCode() == UpdateOperation.STATUS_NOTHING_TO_UPDATE) {
            return false;
        }
        if (resolved.getSeverity() == IStatus.CANCEL) {
            throw Refusals.of(resolved);
        }
        if (resolved.getSeverity() == IStatus.ERROR || operation.getProvisioningPlan() == null) {
            throw Refusals.of(
                    Reason.NO_SOLUTION,
                    "It does not go together with what is installed: %s".formatted(Refusals.said(resolved)));
        }
        return true;
    }

    static InstallationChange difference(Map<String, String> before, Map<String, String> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<InstallationChange.Feature> changed = ids.stream()
                .map(id -> new InstallationChange.Feature(
                        id, Optional.ofNullable(before.get(id)), Optional.ofNullable(after.get(id))))
                .filter(feature -> !feature.from().equals(feature.to()))
                .toList();
        return new InstallationChange(
                changed, changed.stream().anyMatch(feature -> Installation.isCoreFeature(feature.id())));
    }

    private List<IArtifactRepository> artifacts(Collection<URI> repositories, IProgressMonitor monitor)
            throws UpdateRefusedException {
        IArtifactRepositoryManager manager = agent.getService(IArtifactRepositoryManager.class);
        List<IArtifactRepository> artifacts = new ArrayList<>();
        for (URI repository : repositories) {
            try {
                artifacts.add(manager.loadRepository(repository, monitor));
            } catch (ProvisionException e) {
                throw Refusals.of(repository.toString(), e.getStatus());
            }
        }
        return artifacts;
    }

    private ProvisioningContext context(Collection<URI> repositories, IProgressMonitor monitor)
            throws UpdateRefusedException {
        IMetadataRepositoryManager metadata = agent.getService(IMetadataRepositoryManager.class);
        IArtifactRepositoryManager artifacts = agent.getService(IArtifactRepositoryManager.class);
        for (URI repository : repositories) {
            try {
                lookAnew(metadata, repository, monitor);
                lookAnew(artifacts, repository, monitor);
            } catch (ProvisionException e) {
                throw Refusals.of(repository.toString(), e.getStatus());
            } catch (OperationCanceledException e) {
                throw Refusals.of(Status.CANCEL_STATUS);
            }
        }
        URI[] addresses = repositories.toArray(URI[]::new);
        ProvisioningContext context = new ProvisioningContext(agent);
        context.setMetadataRepositories(addresses);
        context.setArtifactRepositories(addresses);
        return context;
    }

    /** p2 remembers what it saw there, and for the life of the process where it saw nothing. */
    private static void lookAnew(IRepositoryManager<?> manager, URI repository, IProgressMonitor monitor)
            throws ProvisionException {
        boolean known = manager.contains(repository);
        if (!known) {
            manager.addRepository(repository);
        }
        try {
            manager.refreshRepository(repository, monitor);
        } catch (ProvisionException e) {
            if (!known) {
                manager.removeRepository(repository);
            }
            throw e;
        }
    }

    private static IInstallableUnit newest(ProvisioningContext context, String id, IProgressMonitor monitor)
            throws UpdateRefusedException {
        for (String name : List.of(id + FEATURE, id)) {
            IQueryResult<IInstallableUnit> found = context.getMetadata(monitor)
                    .query(QueryUtil.createLatestQuery(QueryUtil.createIUQuery(name)), monitor);
            if (!found.isEmpty()) {
                return found.iterator().next();
            }
        }
        throw Refusals.of(Reason.UNKNOWN_FEATURE, id, "There is no feature %s in the repositories.".formatted(id));
    }

    private List<IInstallableUnit> named(Collection<String> ids) throws UpdateRefusedException {
        List<IInstallableUnit> roots = roots(profile());
        List<IInstallableUnit> units = new ArrayList<>();
        for (String id : ids) {
            units.add(roots.stream()
                    .filter(unit -> id(unit).equals(id) || unit.getId().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusals.of(
                            Reason.UNKNOWN_FEATURE, id, "There is no feature %s installed.".formatted(id))));
        }
        return units;
    }

    private static List<IInstallableUnit> roots(IProfile profile) {
        return List.copyOf(profile.query(new UserVisibleRootQuery(), null).toUnmodifiableSet());
    }

    /** The profile as it is on the disk: another process may have changed it since p2 read it. */
    private IProfile profile() throws UpdateRefusedException {
        IProfileRegistry registry = agent.getService(IProfileRegistry.class);
        IProfile profile = registry.getProfile(IProfileRegistry.SELF);
        if (profile == null) {
            throw Refusals.notByScript();
        }
        long newest = Arrays.stream(registry.listProfileTimestamps(IProfileRegistry.SELF))
                .max()
                .orElse(profile.getTimestamp());
        if (newest != profile.getTimestamp() && registry instanceof SimpleProfileRegistry simple) {
            simple.resetProfiles();
            new ArtifactPool(installation, agent).lookAnew();
            profile = registry.getProfile(IProfileRegistry.SELF);
        }
        return profile;
    }

    private ProvisioningSession session() {
        return new ProvisioningSession(agent);
    }

    private static String id(IInstallableUnit unit) {
        String id = unit.getId();
        return id.endsWith(FEATURE) ? id.substring(0, id.length() - FEATURE.length()) : id;
    }

    private static String name(IInstallableUnit unit) {
        String name = text(unit, IInstallableUnit.PROP_NAME);
        return name.isEmpty() ? id(unit) : name;
    }

    private static String text(IInstallableUnit unit, String property) {
        String text = unit.getProperty(property, null);
        return text == null ? "" : text;
    }

    private static Set<String> strategies(Set<IInstallableUnit> parts, Map<String, Set<String>> strategies) {
        Set<String> found = new TreeSet<>();
        parts.forEach(part -> found.addAll(strategies.getOrDefault(part.getId(), Set.of())));
        return found;
    }

    private static boolean isActive(Set<IInstallableUnit> parts, Set<BundleId> running) {
        return parts.stream()
                .flatMap(part -> part.getArtifacts().stream())
                .filter(artifact -> artifact.getClassifier().equals(BUNDLE))
                .allMatch(artifact -> running.contains(
                        new BundleId(artifact.getId(), artifact.getVersion().toString())));
    }

    private static Set<IInstallableUnit> parts(
            IQueryable<IInstallableUnit> units, IInstallableUnit unit, IProgressMonitor monitor) {
        Set<IInstallableUnit> parts = new HashSet<>();
        for (IRequirement requirement : unit.getRequirements()) {
            parts.addAll(units.query(QueryUtil.createMatchQuery(requirement.getMatches()), monitor)
                    .toUnmodifiableSet());
        }
        return parts;
    }

    /** Whose signature of the feature's own artifact was verified. */
    private Optional<SigningKey> signer(Set<IInstallableUnit> parts) {
        try {
            IArtifactRepository pool = new ArtifactPool(installation, agent).repository();
            return parts.stream()
                    .flatMap(part -> part.getArtifacts().stream())
                    .flatMap(artifact -> Arrays.stream(pool.getArtifactDescriptors(artifact)))
                    .flatMap(descriptor -> Signers.of(descriptor).stream())
                    .findFirst();
        } catch (ProvisionException e) {
            return Optional.empty(); // an installation without a list of its artifacts knows no signatures
        }
    }

    /** The one who signed everything; nobody where something is not signed, or not by the same. */
    private static Optional<SigningKey> signer(Set<IInstallableUnit> parts, List<IArtifactRepository> repositories) {
        Set<Optional<SigningKey>> signers = parts.stream()
                .flatMap(part -> part.getArtifacts().stream())
                .flatMap(artifact -> repositories.stream()
                        .flatMap(repository -> Arrays.stream(repository.getArtifactDescriptors(artifact))))
                .map(Signers::of)
                .collect(Collectors.toSet());
        return signers.size() == 1 ? signers.iterator().next() : Optional.empty();
    }
}
