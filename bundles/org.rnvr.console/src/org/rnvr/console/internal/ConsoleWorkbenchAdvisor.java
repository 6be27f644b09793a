package org.rnvr.console.internal;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.keys.MenuKeys;
import org.rnvr.console.internal.live.ClosingWindows;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Problems;

/** Sets the workbench up, and hands to its views what they show. */
public final class ConsoleWorkbenchAdvisor extends WorkbenchAdvisor {

    private final ConfigurationService configuration;
    private final Cameras cameras;
    private final Problems problems;
    private final ClosingWindows closing;
    private final WindowMemory memory;
    private final Runnable started;

    /** With what the views show; {@code started} is called when the window is open. */
    public ConsoleWorkbenchAdvisor(
            ConfigurationService configuration,
            Cameras cameras,
            Problems problems,
            ClosingWindows closing,
            WindowMemory memory,
            Runnable started) {
        this.configuration = configuration;
        this.cameras = cameras;
        this.problems = problems;
        this.closing = closing;
        this.memory = memory;
        this.started = started;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        IEclipseContext context = configurer.getWorkbench().getService(IEclipseContext.class);
        context.set(ConfigurationService.class, configuration);
        context.set(Cameras.class, cameras);
        context.set(Problems.class, problems);
        context.set(ClosingWindows.class, closing);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return WatchingPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ConsoleWindowAdvisor(configurer, configuration, cameras, problems, memory);
    }

    @Override
    public void postStartup() {
        new MenuKeys(configuration, PlatformUI.getWorkbench()).listen();
        started.run();
    }
}
