/**
 * Runs any {@link org.rnvr.detection.DetectionStrategy} in simulated time, the same from the same seed, and tells how soon it
 * notices an outage, how often it is wrong, and what it costs.
 * <p>
 * {@link org.rnvr.detection.testkit.StrategyCheck} is where to begin: one call tells what is good and what is wrong.
 */
@Version("1.0.0")
package org.rnvr.detection.testkit;

import org.osgi.annotation.versioning.Version;
