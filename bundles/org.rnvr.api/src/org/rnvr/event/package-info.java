/**
 * The events of the system as records, posted through the OSGi Event Admin service, one topic a type.
 */
@Version("0.1.0")
package org.rnvr.event;

import org.osgi.annotation.versioning.Version;
