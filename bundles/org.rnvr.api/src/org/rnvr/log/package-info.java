/**
 * The log of the program, for those who look into it.
 */
@Version("0.1.0")
package org.rnvr.log;

import org.osgi.annotation.versioning.Version;
