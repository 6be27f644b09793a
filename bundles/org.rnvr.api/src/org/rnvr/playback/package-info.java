/**
 * Playing what was recorded.
 */
@Version("0.1.0")
package org.rnvr.playback;

import org.osgi.annotation.versioning.Version;
