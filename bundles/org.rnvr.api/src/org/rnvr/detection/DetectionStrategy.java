package org.rnvr.detection;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to notice that a camera is gone. Publish an implementation as an OSGi service; every strategy present acts on every
 * camera unless the key {@code streaming.detection_strategies} names others. A strategy knows no other strategy, and never
 * touches a pipeline.
 * <p>
 * A service that comes or goes takes effect within a second and restarts nothing.
 */
@ConsumerType
public interface DetectionStrategy {

    /** Its name in configuration and journal: unique, constant, {@code [a-z][a-z0-9_.-]*}. */
    String name();

    /**
     * A detector for one session, called when the session becomes the active one or when the strategy comes while it is.
     * Returns at once.
     */
    Detector watch(WatchedSession session);
}
