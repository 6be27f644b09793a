/**
 * What is recorded, and the requests to start and stop it.
 */
@Version("0.1.0")
package org.rnvr.recording;

import org.osgi.annotation.versioning.Version;
