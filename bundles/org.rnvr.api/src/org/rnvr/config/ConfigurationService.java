package org.rnvr.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * Holds the configuration. The only source of settings.
 * <p>
 * An OSGi service. The file is the one truth: changes are written to it, and changes made to it by others are taken up within
 * two seconds. Any thread.
 */
@ProviderType
public interface ConfigurationService {

    /** Framework property: the configuration file. Absent: {@code IT_RNVR.json} in the data folder. */
    String FILE_PROPERTY = "rnvr.config";

    /** Framework property: the data folder, where state, journal and (unless configured) recordings live. */
    String DATA_PROPERTY = "rnvr.data";

    /**
     * Identity ({@code osgi.condition.id}) of the OSGi {@code Condition} service under which this service, and so all that
     * depends on it, is there. An application that records registers it; one that installs, updates or checks does not.
     */
    String RUN_CONDITION = "org.rnvr.run";

    /** The configuration file. */
    Path file();

    /** The data folder; it exists. */
    Path dataFolder();

    /** What is in force now. */
    Configuration current();

    /** What is wrong with the file as it was last read, in the order of the file. */
    List<ConfigurationProblem> problems();

    /**
     * Registers for changes. The observer is called before this method returns with what is in force, then with every new
     * configuration, in order, on a thread of the service. An exception it throws is logged and otherwise ignored.
     */
    Registration observe(Consumer<Configuration> observer);

    /**
     * Changes the file, all or nothing, and takes the result into force. Waits for the disk: not for the UI thread.
     *
     * @throws ConfigurationRefusedException if an edit's value is bad or the file cannot be written; nothing was changed
     */
    void change(List<ConfigurationEdit> edits) throws ConfigurationRefusedException;
}
