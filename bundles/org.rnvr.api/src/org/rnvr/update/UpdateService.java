package org.rnvr.update;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * Changes the installation that runs: installs, updates and removes features, and goes back to what was before.
 * <p>
 * An OSGi service; every method returns at once and may be called on any thread. What is asked for is done one after the
 * other on a thread of the service, on which the futures are completed. A future that is cancelled ends what it stands for
 * as soon as nothing is half done. One that completes exceptionally does so with an {@link UpdateRefusedException}, and
 * then the installation is as it was.
 * <p>
 * Before every change the installation is kept, so that {@link #revert()} brings it back. A change takes effect by itself:
 * without a restart where only features change on which RNVR itself does not depend, else {@link InstallationState} says
 * that a restart is needed.
 */
@ProviderType
public interface UpdateService {

    /**
     * What is installed by its own right and what was dropped in, in the order of the names; what others bring along is not
     * listed.
     */
    CompletableFuture<List<InstalledFeature>> installed();

    /**
     * What repositories have, in the order of the names.
     *
     * @param repositories where to look: addresses of p2 repositories; empty for those of {@code updates.repositories}
     */
    CompletableFuture<List<OfferedFeature>> offered(Collection<URI> repositories);

    /**
     * Which newer versions there are of what is installed.
     *
     * @param repositories where to look: addresses of p2 repositories; empty for those of {@code updates.repositories}
     */
    CompletableFuture<List<AvailableUpdate>> check(Collection<URI> repositories);

    /**
     * What would change if features were installed or updated. Nothing is changed, and nothing but what repositories say of
     * themselves is downloaded.
     *
     * @param features their ids; those that are not installed yet would be installed, the others updated; empty for an update
     *     of all
     * @param repositories as in {@link #check}
     */
    CompletableFuture<PlannedChange> plan(Collection<String> features, Collection<URI> repositories);

    /**
     * Installs the newest versions of features, with all they need.
     *
     * @param features their ids, at least one
     * @param repositories where they are; empty for those of {@code updates.repositories}
     * @param consent asked about keys that are not trusted
     * @return what changed
     */
    CompletableFuture<InstallationChange> install(
            Collection<String> features, Collection<URI> repositories, KeyConsent consent);

    /**
     * Updates features to the newest versions that go together.
     *
     * @param features their ids; empty for all
     * @param repositories as in {@link #check}
     * @param consent asked about keys that are not trusted
     * @return what changed, nothing when everything is up to date
     */
    CompletableFuture<InstallationChange> update(
            Collection<String> features, Collection<URI> repositories, KeyConsent consent);

    /**
     * Removes features. Those of RNVR itself cannot be removed, nor what was dropped in.
     *
     * @param features their ids, at least one
     * @return what changed
     */
    CompletableFuture<InstallationChange> remove(Collection<String> features);

    /** Goes back to the installation before the last change, once. */
    CompletableFuture<Void> revert();

    /** Whether a change waits for a restart. */
    InstallationState state();

    /**
     * Registers for the state. The observer is called with the present one, then with every change, in order, on a thread of
     * the service, and must return at once.
     */
    Registration observe(Consumer<InstallationState> observer);

    /**
     * Says that the application runs: the console is open, or the recorder works without one. An update on trial is then
     * kept as soon as a camera streams, if one did before the update. Further calls do nothing.
     */
    void applicationRuns();
}
