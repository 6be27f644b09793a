package org.rnvr.detection;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to notice that a camera is gone. Publish an implementation as an OSGi service; every strategy present acts on every
 * camera unless the key {@code streaming.detection_strategies} names others. A strategy knows no other strategy, and never
 * touches a pipeline.
 * <p>
 * A service that comes or goes takes effect within a second and restarts nothing. Of several of the same name the one with the
 * highest service ranking acts.
 * <p>
 * {@link #watch} and all detectors are called on one thread, the strategy's own, under the limits that {@link Detector} tells.
 * A strategy that has to look for itself (a ping, SNMP, a maker's interface) does so on threads that it starts and that end
 * when its service goes, and tells its detectors through memory: what {@link Detector#observe} reads must be there at once.
 * Put such a look behind an interface, so that it can be simulated.
 */
@ConsumerType
public interface DetectionStrategy {

    /** Its name in configuration and journal: unique, constant, {@code [a-z][a-z0-9_.-]*}. */
    String name();

    /**
     * A detector for one session, called when the session becomes the active one or when the strategy comes while it is.
     * Returns at once. What is learned of a camera and shall outlive its sessions is kept by the strategy, by
     * {@link WatchedSession#cameraId()}.
     *
     * @return a new detector, never null
     */
    Detector watch(WatchedSession session);
}
