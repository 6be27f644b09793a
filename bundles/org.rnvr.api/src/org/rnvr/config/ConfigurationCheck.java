package org.rnvr.config;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says what is wrong with a configuration file that need not be the one in force.
 * <p>
 * An OSGi service without state. Any thread.
 */
@ProviderType
public interface ConfigurationCheck {

    /**
     * Reads a file and changes nothing: neither the file nor anything beside it, and no secret is moved or looked up.
     *
     * @return what is wrong with it, in the order of the file; one problem of severity
     *     {@link ConfigurationProblem.Severity#UNREADABLE} when it cannot be read at all
     */
    List<ConfigurationProblem> check(Path file);
}
