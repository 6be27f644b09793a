/**
 * Talking to a camera beside its stream: moving it, finding it in the network, and asking what it streams.
 */
@Version("0.1.0")
package org.rnvr.control;

import org.osgi.annotation.versioning.Version;
