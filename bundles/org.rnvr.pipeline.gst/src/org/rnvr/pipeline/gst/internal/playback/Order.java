package org.rnvr.pipeline.gst.internal.playback;

/**
 * What a projector is to do until it gets another order.
 *
 * @param number rises with every order
 * @param task what to do
 */
record Order(long number, Task task) {

    /** A moment is in nanoseconds since the epoch. */
    sealed interface Task permits Stand, Glance, Run {}

    /**
     * Show the last frame that is not after a moment.
     *
     * @param ready whether the frames after it are to come at once
     */
    record Stand(long moment, boolean ready) implements Task {}

    /** Show the key frame next to a moment. */
    record Glance(long moment) implements Task {}

    /**
     * Show each frame when its moment comes.
     *
     * @param motion how the time goes on
     * @param keysOnly whether only key frames are shown
     */
    record Run(Motion motion, boolean keysOnly) implements Task {}
}
