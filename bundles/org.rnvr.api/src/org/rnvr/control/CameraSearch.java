package org.rnvr.control;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A search for cameras that goes on. Any thread. */
@ProviderType
public interface CameraSearch extends AutoCloseable {

    /**
     * Completed when the time is over or the search was closed; exceptionally with a {@link ControlException} when no network
     * could be searched. A network that fails beside others is only logged.
     */
    CompletionStage<Void> done();

    /** Ends the search early. No call to the listener begins after {@link #done()} has completed. */
    @Override
    void close();
}
