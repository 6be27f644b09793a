/**
 * What the implementations of protocols are made of, so that order, time limits, sign-in and the reading of a camera's answers
 * are the same in each.
 */
@Version("0.1.0")
package org.rnvr.control.spi;

import org.osgi.annotation.versioning.Version;
