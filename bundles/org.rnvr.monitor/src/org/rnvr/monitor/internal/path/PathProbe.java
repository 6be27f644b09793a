package org.rnvr.monitor.internal.path;

import java.util.concurrent.CompletionStage;

/** Looks whether something answers where a camera should be. */
@FunctionalInterface
public interface PathProbe {

    /**
     * Looks once. Returns at once; any thread.
     *
     * @return completed, never exceptionally, on another thread, within little more than a second after the look began
     */
    CompletionStage<PathResult> look(RtspAddress address);
}
