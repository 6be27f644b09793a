package org.rnvr.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Describes every key of the configuration file, from the very definitions by which files are read.
 * <p>
 * An OSGi service without state. Any thread.
 */
@ProviderType
public interface ConfigurationKeys {

    /** Every key, section by section, in the order of the reference. */
    List<ConfigurationKey> all();

    /**
     * Whether a value may stand at a key.
     *
     * @param path the path of the key
     * @param value a text, number, boolean or list, as in JSON
     * @throws IllegalArgumentException if there is no such key
     */
    boolean allows(String path, Object value);

    /**
     * What holds at each key outside {@code cameras} by a file: what stands there, or where that is absent or bad, the
     * default. Reads the file and changes nothing. Waits for the disk: not for the UI thread.
     *
     * @param file the file; one that does not exist is as if empty
     * @return from path to a text, number ({@link java.math.BigDecimal}), boolean or list; none for a key without a value
     * @throws IOException if it cannot be read or is no JSON; the message says why, for people
     */
    Map<String, Object> values(Path file) throws IOException;
}
