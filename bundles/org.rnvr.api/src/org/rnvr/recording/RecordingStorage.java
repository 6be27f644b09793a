package org.rnvr.recording;

import java.io.IOException;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * The recording volume.
 * <p>
 * An OSGi service; any thread.
 */
@ProviderType
public interface RecordingStorage {

    /** Its state. */
    StorageStatus status();

    /**
     * Registers for changes of state. The observer is called with the present state, then with every change, in order, and
     * must return at once; an exception it throws is logged and otherwise ignored.
     */
    Registration observe(Consumer<StorageStatus> observer);

    /**
     * Takes the volume that is now at the recording folder for the right one, although another was expected there; without
     * this nothing is written to it. Waits for the disk.
     *
     * @throws IOException if it cannot be written; nothing has changed
     */
    void adopt() throws IOException;

    /**
     * How long it lasts. Waits for the disk.
     *
     * @throws IOException if the volume is away
     */
    Forecast forecast() throws IOException;

    /**
     * Deletes what is to be deleted by the settings, now. Waits for the disk.
     *
     * @return the number of files deleted
     * @throws IOException if the volume is away
     */
    int cleanUp() throws IOException;
}
