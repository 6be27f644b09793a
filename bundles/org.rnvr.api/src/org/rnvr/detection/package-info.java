/**
 * The detection SPI: strategies that judge from signs of life whether a camera is gone.
 * <p>
 * A strategy is published as an OSGi service ({@link org.rnvr.detection.DetectionStrategy}); it may come and go at any time.
 * <p>
 * Stable: a bundle that implements it imports {@code org.rnvr.detection;version="[1.0,2)"} and runs with every RNVR whose
 * package has major version 1. Within that, records may gain components and {@link org.rnvr.detection.Observation} may gain
 * kinds, so that a detector passes over kinds it does not know, and makes no records but
 * {@link org.rnvr.detection.Assessment}. Settings ({@code org.rnvr.config}) and the outcome of a request
 * ({@code org.rnvr.pipeline}) are of packages with versions of their own, imported by those who read them.
 */
@Version("1.0.0")
package org.rnvr.detection;

import org.osgi.annotation.versioning.Version;
