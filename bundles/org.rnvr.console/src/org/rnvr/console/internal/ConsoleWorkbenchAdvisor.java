package org.rnvr.console.internal;

import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.rnvr.console.internal.keys.KeyHints;
import org.rnvr.console.internal.keys.MenuKeys;
import org.rnvr.console.internal.live.ClosingWindows;

/** Sets the workbench up, and hands to its views what they show. */
public final class ConsoleWorkbenchAdvisor extends WorkbenchAdvisor {

    private final ViewServices services;
    private final ClosingWindows closing;
    private final WindowMemory memory;
    private final Runnable started;
    private final SelectedCameras selected = new SelectedCameras();
    private final UnexpectedErrors errors = new UnexpectedErrors();
    private Optional<ConsoleWindowAdvisor> window = Optional.empty();

    /** With what the views show; {@code started} is called when the window is open. */
    public ConsoleWorkbenchAdvisor(
            ViewServices services, ClosingWindows closing, WindowMemory memory, Runnable started) {
        this.services = services;
        this.closing = closing;
        this.memory = memory;
        this.started = started;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        errors.open();
        configurer.setSaveAndRestore(true);
        IEclipseContext context = configurer.getWorkbench().getService(IEclipseContext.class);
        services.into(context);
        context.set(ClosingWindows.class, closing);
        context.set(SelectedCameras.class, selected);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return WatchingPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        ConsoleWindowAdvisor advisor = new ConsoleWindowAdvisor(
                configurer,
                services.configuration(),
                services.cameras(),
                services.problems(),
                services.machine(),
                services.alerts(),
                memory);
        window = Optional.of(advisor);
        return advisor;
    }

    @Override
    public void eventLoopException(Throwable exception) {
        errors.report(exception);
    }

    @Override
    public void postShutdown() {
        errors.close();
    }

    @Override
    public void postStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        selected.follow(workbench);
        new MenuKeys(services.configuration(), workbench).listen();
        errors.watch(workbench);
        new KeyHints(services.configuration()).show(workbench.getDisplay());
        window.ifPresent(ConsoleWindowAdvisor::begin);
        started.run();
    }
}
