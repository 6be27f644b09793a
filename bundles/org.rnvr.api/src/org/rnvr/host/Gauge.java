package org.rnvr.host;

/** What has a limit. */
public enum Gauge {
    /** Use of the processors by the machine, in percent. */
    CPU,
    /** Memory of this process, in MiB. */
    MEMORY,
    /** The hottest sensor, in degrees Celsius. */
    TEMPERATURE
}
