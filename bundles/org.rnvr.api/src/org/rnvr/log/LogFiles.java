package org.rnvr.log;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Knows which files the log is in.
 * <p>
 * An OSGi service; any thread.
 */
@ProviderType
public interface LogFiles {

    /**
     * The files that are there, by kind, and of each kind the current one first, then the others, the newest first. Waits for
     * the disk: not for the UI thread.
     *
     * @throws IOException if the folder of the log cannot be read; one that is not there holds no files
     */
    List<LogFile> list() throws IOException;
}
