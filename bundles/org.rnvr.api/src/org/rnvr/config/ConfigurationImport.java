package org.rnvr.config;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes over the configuration of another installation: an {@code IT_RNVR.json}, or the {@code IT_RNVR.db} of later versions
 * of the recorder that was written in Python, an SQLite database with a table for each section.
 * <p>
 * An OSGi service without state. Waits for the disk: not for the UI thread. Any other thread.
 */
@ProviderType
public interface ConfigurationImport {

    /**
     * Says what taking a file over would do, and changes nothing.
     *
     * @param source the file to take over
     * @param target the configuration file that it would be taken over into; it need not exist
     * @throws IOException if one of them cannot be read; the message says which and why, for people
     */
    ImportPlan plan(Path source, Path target) throws IOException;

    /**
     * Carries a plan out where no recorder runs; where one does, {@link ConfigurationService#change} does it. The former
     * file stays as {@code .bak}; passwords go to the secure storage of the data folder.
     *
     * @param target the configuration file
     * @param dataFolder the data folder of the installation
     * @throws ConfigurationRefusedException if it cannot be done; nothing was changed
     */
    void apply(ImportPlan plan, Path target, Path dataFolder) throws ConfigurationRefusedException;
}
