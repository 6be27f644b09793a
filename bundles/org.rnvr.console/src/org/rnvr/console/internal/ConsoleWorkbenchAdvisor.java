package org.rnvr.console.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.keys.IBindingService;
import org.rnvr.console.internal.keys.KeyHints;
import org.rnvr.console.internal.keys.KeysTaken;
import org.rnvr.console.internal.keys.MenuKeys;
import org.rnvr.console.internal.keys.OwnKeys;
import org.rnvr.console.internal.live.ClosingWindows;
import org.rnvr.console.internal.live.DetachedWalls;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.event.Registration;

/** Sets the workbench up, and hands to its views what they show. */
public final class ConsoleWorkbenchAdvisor extends WorkbenchAdvisor {

    private final ViewServices services;
    private final ClosingWindows closing;
    private final WindowMemory memory;
    private final Runnable started;
    private final SelectedCameras selected = new SelectedCameras();
    private final UnexpectedErrors errors = new UnexpectedErrors();
    private Registration keysWatched = () -> {};
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
                services.software(),
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
        keysWatched.close();
        services.problems().ofKeys(List.of());
        errors.close();
    }

    @Override
    public void postStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        selected.follow(workbench);
        IEventBroker events = workbench.getService(IEventBroker.class);
        new LayoutMemory(workbench.getDisplay()).follow(workbench.getService(MApplication.class), events);
        new DetachedWalls(workbench.getService(EModelService.class), workbench.getDisplay()).follow(events);
        OwnKeys own = new OwnKeys(workbench.getService(IBindingService.class));
        new MenuKeys(services.configuration(), own, workbench).listen();
        errors.watch(workbench);
        new KeyHints(services.configuration(), own).show(workbench.getDisplay());
        KeysTaken taken = new KeysTaken(own);
        Coalescer look = new Coalescer(new DisplayExecutor(workbench.getDisplay()), () -> services.problems()
                .ofKeys(taken.in(services.configuration().current())));
        keysWatched = services.configuration().observe(current -> look.run());
        window.ifPresent(ConsoleWindowAdvisor::begin);
        started.run();
    }
}
