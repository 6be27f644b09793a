package org.rnvr.host.internal;

/** The machine's own figures. For one thread. */
interface Sensors {

    /** Reads them now; takes some milliseconds. */
    Reading read();
}
