/**
 * Recorded files: what they hold, how they are mended, joined and looked into.
 */
@Version("0.1.0")
package org.rnvr.media;

import org.osgi.annotation.versioning.Version;
