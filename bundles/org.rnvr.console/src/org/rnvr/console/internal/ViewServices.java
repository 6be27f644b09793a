package org.rnvr.console.internal;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.LastLosses;
import org.rnvr.console.internal.model.Problems;
import org.rnvr.console.internal.model.Recordings;
import org.rnvr.console.internal.ptz.PtzControls;
import org.rnvr.console.internal.software.KeyQuestions;
import org.rnvr.console.internal.software.Software;
import org.rnvr.console.internal.status.Alerts;
import org.rnvr.console.internal.status.Machine;

/** What the windows of the console show, as long as the console runs. */
@Component(service = ViewServices.class)
public final class ViewServices {

    private final ConfigurationService configuration;
    private final Cameras cameras;
    private final LastLosses losses;
    private final Problems problems;
    private final PtzControls ptz;
    private final Machine machine;
    private final Alerts alerts;
    private final Recordings recordings;
    private final Software software;
    private final KeyQuestions keyQuestions;

    /** Made by Declarative Services. */
    @Activate
    public ViewServices(
            @Reference ConfigurationService configuration,
            @Reference Cameras cameras,
            @Reference LastLosses losses,
            @Reference Problems problems,
            @Reference PtzControls ptz,
            @Reference Machine machine,
            @Reference Alerts alerts,
            @Reference Recordings recordings,
            @Reference Software software,
            @Reference KeyQuestions keyQuestions) {
        this.configuration = configuration;
        this.cameras = cameras;
        this.losses = losses;
        this.problems = problems;
        this.ptz = ptz;
        this.machine = machine;
        this.alerts = alerts;
        this.recordings = recordings;
        this.software = software;
        this.keyQuestions = keyQuestions;
    }

    ConfigurationService configuration() {
        return configuration;
    }

    Cameras cameras() {
        return cameras;
    }

    Problems problems() {
        return problems;
    }

    Machine machine() {
        return machine;
    }

    Alerts alerts() {
        return alerts;
    }

    Software software() {
        return software;
    }

    /** Lets views have them injected. */
    void into(IEclipseContext context) {
        context.set(ConfigurationService.class, configuration);
        context.set(Cameras.class, cameras);
        context.set(LastLosses.class, losses);
        context.set(Problems.class, problems);
        context.set(PtzControls.class, ptz);
        context.set(Machine.class, machine);
        context.set(Alerts.class, alerts);
        context.set(Recordings.class, recordings);
        context.set(Software.class, software);
        context.set(KeyQuestions.class, keyQuestions);
    }
}
