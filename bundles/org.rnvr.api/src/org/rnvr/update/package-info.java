/**
 * Installing, updating and removing features of the running installation, and what is refused and why.
 */
@Version("0.1.0")
package org.rnvr.update;

import org.osgi.annotation.versioning.Version;
