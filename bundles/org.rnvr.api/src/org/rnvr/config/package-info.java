/**
 * The settings of a site as immutable records, the service that holds them, and what is wrong with them.
 * <p>
 * The one source of truth is the site's file {@code IT_RNVR.json}. Units are part of a component's type ({@link java.time.Duration})
 * or of its name.
 */
@Version("0.1.0")
package org.rnvr.config;

import org.osgi.annotation.versioning.Version;
