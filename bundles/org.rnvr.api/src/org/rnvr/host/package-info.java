/**
 * The machine that RNVR runs on, and what is too much for it.
 */
@Version("0.1.0")
package org.rnvr.host;

import org.osgi.annotation.versioning.Version;
