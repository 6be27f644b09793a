package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** How the kernel schedules threads, see {@code sched(7)}; mapped directly. */
final class NativeScheduling {

    static final int SCHED_BATCH = 3;
    static final int THIS_THREAD = 0;

    static {
        Native.register(NativeScheduling.class, "c");
    }

    private NativeScheduling() {}

    /** A {@code struct sched_param} for the policies without priorities. */
    static Pointer withoutPriority() {
        Memory parameters = new Memory(Integer.BYTES);
        parameters.setInt(0, 0);
        return parameters;
    }

    /** Returns 0, or −1 if it is not allowed. */
    static native int sched_setscheduler(int thread, int policy, Pointer parameters);
}
