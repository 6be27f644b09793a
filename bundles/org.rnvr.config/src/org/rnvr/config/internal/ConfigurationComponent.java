package org.rnvr.config.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.condition.Condition;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.internal.secret.EquinoxSecrets;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;

/** The configuration as a service, of the file and the data folder that the framework's properties name. */
@Component
public final class ConfigurationComponent implements ConfigurationService {

    private final EventOutbox events = new EventOutbox();
    private final SiteConfiguration configuration;

    @Activate
    public ConfigurationComponent(
            BundleContext context,
            @Reference(target = "(" + Condition.CONDITION_ID + "=" + RUN_CONDITION + ")") Condition running) {
        DataFolder data = new DataFolder(context);
        Path folder = data.existing();
        configuration = new SiteConfiguration(
                data.configurationFile(),
                folder,
                new EquinoxSecrets(folder.resolve("secrets")),
                () -> new Moment(Instant.now(), System.nanoTime()),
                events::post);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventAdmin(EventAdmin eventAdmin) {
        events.open(eventAdmin);
    }

    void unbindEventAdmin(EventAdmin eventAdmin) {
        events.close(eventAdmin);
    }

    @Deactivate
    void deactivate() {
        configuration.close();
    }

    @Override
    public Path file() {
        return configuration.file();
    }

    @Override
    public Path dataFolder() {
        return configuration.dataFolder();
    }

    @Override
    public Configuration current() {
        return configuration.current();
    }

    @Override
    public List<ConfigurationProblem> problems() {
        return configuration.problems();
    }

    @Override
    public Registration observe(Consumer<Configuration> observer) {
        return configuration.observe(observer);
    }

    @Override
    public void change(List<ConfigurationEdit> edits) throws ConfigurationRefusedException {
        configuration.change(edits);
    }
}
