/**
 * The entry to the console, for the application that starts it.
 */
@Version("0.1.0")
package org.rnvr.console;

import org.osgi.annotation.versioning.Version;
