/**
 * The entry to the console, for the application that starts it, and to its dictionary.
 */
@Version("0.1.0")
package org.rnvr.console;

import org.osgi.annotation.versioning.Version;
