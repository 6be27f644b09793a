package org.rnvr.config.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.rnvr.config.ConfigurationCheck;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.internal.file.ConfigurationFile;
import org.rnvr.config.internal.schema.ConfigurationReader;

/** Checks files without taking them into force. */
@Component
public final class ConfigurationCheckComponent implements ConfigurationCheck {

    private final ConfigurationReader reader;

    @Activate
    public ConfigurationCheckComponent(BundleContext context) {
        this(new DataFolder(context).path());
    }

    ConfigurationCheckComponent(Path base) {
        // What is stored where the file is in force cannot be known here, and is taken to be there.
        reader = new ConfigurationReader(base, name -> Optional.of(""));
    }

    @Override
    public List<ConfigurationProblem> check(Path file) {
        ConfigurationFile checked = new ConfigurationFile(file.toAbsolutePath().normalize());
        Loaded loaded = Loader.look(checked, reader);
        if (loaded instanceof Loaded.Bad bad) {
            return List.of(new ConfigurationProblem(
                    Severity.UNREADABLE, checked.path().getFileName().toString(), bad.reason()));
        }
        return ((Loaded.Good) loaded).reading().problems();
    }
}
