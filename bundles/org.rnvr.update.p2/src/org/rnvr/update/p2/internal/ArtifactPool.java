package org.rnvr.update.p2.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.repository.artifact.ArtifactKeyQuery;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The artifacts that an installation has. p2 does not judge what is there already: what was fetched for a change that was
 * refused must not stay.
 */
final class ArtifactPool {

    private static final Logger LOGGER = LoggerFactory.getLogger(ArtifactPool.class);

    private final Installation installation;
    private final IProvisioningAgent agent;

    ArtifactPool(Installation installation, IProvisioningAgent agent) {
        this.installation = installation;
        this.agent = agent;
    }

    Set<IArtifactKey> keys() throws ProvisionException {
        Set<IArtifactKey> keys = new HashSet<>();
        for (IArtifactRepository repository : repositories()) {
            keys.addAll(repository.query(ArtifactKeyQuery.ALL_KEYS, null).toSet());
        }
        return keys;
    }

    void removeAllBut(Set<IArtifactKey> kept) throws ProvisionException {
        for (IArtifactRepository repository : repositories()) {
            IArtifactKey[] surplus = repository.query(ArtifactKeyQuery.ALL_KEYS, null).toSet().stream()
                    .filter(key -> !kept.contains(key))
                    .toArray(IArtifactKey[]::new);
            if (surplus.length > 0) {
                repository.removeDescriptors(surplus, new NullProgressMonitor());
            }
        }
    }

    /** Reads them from the disk again, as another process may have changed them. */
    void lookAnew() {
        try {
            agent.getService(IArtifactRepositoryManager.class)
                    .refreshRepository(installation.home().toUri(), new NullProgressMonitor());
        } catch (ProvisionException e) {
            LOGGER.warn("What artifacts the installation {} has cannot be read again", installation.home(), e);
        }
    }

    IArtifactRepository repository() throws ProvisionException {
        return repository(installation.home());
    }

    /** What is not a bundle or a feature is kept elsewhere. */
    private List<IArtifactRepository> repositories() throws ProvisionException {
        return Files.exists(installation.rootFiles())
                ? List.of(repository(), repository(installation.rootFiles()))
                : List.of(repository());
    }

    private IArtifactRepository repository(Path folder) throws ProvisionException {
        return agent.getService(IArtifactRepositoryManager.class)
                .loadRepository(folder.toUri(), new NullProgressMonitor());
    }
}
