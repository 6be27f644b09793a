/**
 * What is known of each camera's connection, and the requests to connect and to stop.
 */
@Version("0.1.0")
package org.rnvr.monitor;

import org.osgi.annotation.versioning.Version;
