package org.rnvr.pipeline.gst.internal;

import com.sun.jna.CallbackThreadInitializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How GStreamer's own threads appear in this VM. They are pooled, so that they belong to no camera. */
final class StreamThreads {

    private static final Logger LOG = LoggerFactory.getLogger(StreamThreads.class);

    private StreamThreads() {}

    /** For a callback; a thread keeps the name and stays attached until it ends. */
    static CallbackThreadInitializer initializer() {
        return new CallbackThreadInitializer(true, false, "gst-stream");
    }

    /**
     * Lets this thread wait for its turn when it is woken, instead of interrupting another. A frame comes in a dozen
     * packets, and each is handed from the thread that receives it to the next one: uninterrupted, the first thread
     * receives them all before the next one takes them, which saves most of the switching. Costs a few milliseconds of
     * delay while all processors are busy; the threads that judge the media are not delayed.
     */
    static void preferThroughput() {
        if (NativeScheduling.sched_setscheduler(
                        NativeScheduling.THIS_THREAD, NativeScheduling.SCHED_BATCH, NativeScheduling.withoutPriority())
                != 0) {
            LOG.debug("The kernel does not let a thread be scheduled for throughput");
        }
    }
}
