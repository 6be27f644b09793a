package org.rnvr.lab;

import java.util.List;

/** A recorder that watches all cameras of a site, in processes of its own. For one thread. */
interface RecorderUnderTest extends AutoCloseable {

    /** What it is called on the command line and in tables. */
    String name();

    /** Begins to record a further camera, and returns at once; the first call starts the recorder. */
    void watch(String camera);

    /** Whether it records every camera now. */
    boolean steady();

    /** Gives a recorder that does not find back to its cameras a new start. */
    void restart();

    /** Ends it as its user would, its files closed. */
    void stop();

    /** What it did, once it is stopped: one for each camera. */
    List<Track> tracks();

    /** Ends it at once, however it is. */
    @Override
    void close();
}
