/**
 * Reading the journal back.
 */
@Version("0.1.0")
package org.rnvr.journal;

import org.osgi.annotation.versioning.Version;
