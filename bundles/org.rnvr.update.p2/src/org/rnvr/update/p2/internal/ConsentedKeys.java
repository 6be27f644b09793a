package org.rnvr.update.p2.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.equinox.internal.p2.engine.ProfilePreferences;
import org.eclipse.equinox.p2.core.IAgentLocation;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.ProfileScope;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that the operator has consented to, which p2 keeps in the preferences of the profile. */
@SuppressWarnings("restriction")
final class ConsentedKeys {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConsentedKeys.class);
    private static final String ENGINE = "org.eclipse.equinox.p2.engine";

    private final IProvisioningAgent agent;

    ConsentedKeys(IProvisioningAgent agent) {
        this.agent = agent;
    }

    /** Takes up what another process has stored since p2 read it. */
    void read(IProfile profile) {
        IAgentLocation location = agent.getService(IAgentLocation.class);
        try {
            new ProfileScope(location, profile.getProfileId()).getNode(ENGINE).sync();
        } catch (BackingStoreException e) {
            LOGGER.warn("Keys that were trusted before cannot be read and are asked about again", e);
        }
    }

    /** Has them stored by now. p2 does that by a job half a second later, which a process that ends before never runs. */
    void write(IProgressMonitor monitor) {
        IJobManager jobs = Job.getJobManager();
        jobs.wakeUp(ProfilePreferences.PROFILE_SAVE_JOB_FAMILY);
        try {
            jobs.join(ProfilePreferences.PROFILE_SAVE_JOB_FAMILY, monitor);
        } catch (OperationCanceledException e) {
            LOGGER.debug("Keys that are trusted from now on may not be stored: the change was cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
