package org.rnvr.democamera.internal;

/** What feeds one client's media and can be held. */
interface MediaSource extends AutoCloseable {

    /** No more media until {@link #release()}. */
    void hold();

    /** Media from now on; what was missed is not made up for. */
    void release();

    @Override
    void close();
}
