/**
 * The detection SPI: strategies that judge from signs of life whether a camera is gone.
 * <p>
 * A strategy is published as an OSGi service ({@link org.rnvr.detection.DetectionStrategy}); it may come and go at any time.
 */
@Version("0.1.0")
package org.rnvr.detection;

import org.osgi.annotation.versioning.Version;
