package org.rnvr.host.internal;

import java.util.OptionalDouble;
import org.rnvr.host.HostStatus.Cpu;
import org.rnvr.host.HostStatus.Memory;

/**
 * What the sensors say at one point.
 *
 * @param cpu since the reading before
 * @param memory now
 * @param temperature now, of the hottest sensor, in degrees Celsius
 * @param receivedBytes by all interfaces since they are up
 * @param sentBytes likewise
 */
record Reading(Cpu cpu, Memory memory, OptionalDouble temperature, long receivedBytes, long sentBytes) {}
