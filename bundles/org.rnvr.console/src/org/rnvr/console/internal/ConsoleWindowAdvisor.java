package org.rnvr.console.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.rnvr.config.AppSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.live.LiveView;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Problems;
import org.rnvr.console.internal.problems.ProblemsView;
import org.rnvr.console.internal.software.RestartDialog;
import org.rnvr.console.internal.software.Software;
import org.rnvr.console.internal.software.SoftwareTasks;
import org.rnvr.console.internal.status.AlertSignal;
import org.rnvr.console.internal.status.Alerts;
import org.rnvr.console.internal.status.Machine;
import org.rnvr.console.internal.status.StatusItem;
import org.rnvr.event.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the window up and keeps its title, theme, views and status line as the configuration says. */
final class ConsoleWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleWindowAdvisor.class);

    private final ConfigurationService configuration;
    private final Cameras cameras;
    private final Problems problems;
    private final Machine machine;
    private final Alerts alerts;
    private final Software software;
    private final WindowMemory memory;
    private Optional<Docks> docks = Optional.empty();
    private List<Registration> registrations = List.of();
    private List<ConfigurationProblem> problemsShown = List.of();
    private boolean restartAsked;

    ConsoleWindowAdvisor(
            IWorkbenchWindowConfigurer configurer,
            ConfigurationService configuration,
            Cameras cameras,
            Problems problems,
            Machine machine,
            Alerts alerts,
            Software software,
            WindowMemory memory) {
        super(configurer);
        this.configuration = configuration;
        this.cameras = cameras;
        this.problems = problems;
        this.machine = machine;
        this.alerts = alerts;
        this.software = software;
        this.memory = memory;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ActionBarAdvisor(configurer) {
            @Override
            protected void fillStatusLine(IStatusLineManager statusLine) {
                statusLine.add(new StatusItem(
                        configuration,
                        cameras,
                        problems,
                        machine,
                        alerts,
                        software,
                        id -> show(id, IWorkbenchPage.VIEW_ACTIVATE),
                        () -> new SoftwareTasks(getWindowConfigurer().getWindow()).open()));
            }
        };
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        Configuration current = configuration.current();
        configurer.setTitle(title(current.app()));
        configurer.setInitialSize(new Point(WindowPlace.DEFAULT_WIDTH, WindowPlace.DEFAULT_HEIGHT));
        configurer.setShowCoolBar(false);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowProgressIndicator(false);
        configurer.setShowStatusLine(true);
    }

    @Override
    public void postWindowCreate() {
        Shell shell = getWindowConfigurer().getWindow().getShell();
        shell.setBounds(WindowPlace.on(
                screens(shell.getDisplay()), configuration.current().ui().window()));
    }

    @Override
    public void postWindowOpen() {
        Shell shell = getWindowConfigurer().getWindow().getShell();
        new TabNames(getWindowConfigurer().getWindow()).renew();
        shell.addControlListener(ControlListener.controlMovedAdapter(event -> memory.note(shell)));
        shell.addControlListener(ControlListener.controlResizedAdapter(event -> memory.note(shell)));
        new OwnWindows(() -> title(configuration.current().app()))
                .follow(getWindowConfigurer().getWindow().getActivePage());
        Display display = shell.getDisplay();
        DisplayExecutor ui = new DisplayExecutor(display);
        Docks views = new Docks(configuration, getWindowConfigurer().getWindow(), ui);
        views.open();
        docks = Optional.of(views);
        Coalescer follow = new Coalescer(ui, this::followConfiguration);
        Coalescer watch = new Coalescer(ui, this::watchProblems);
        AlertSignal signal =
                new AlertSignal(alerts, () -> configuration.current().performance(), () -> ui.execute(display::beep));
        Coalescer watchSoftware = new Coalescer(ui, this::watchSoftware);
        registrations = List.of(
                configuration.observe(current -> follow.run()),
                problems.observe(watch),
                software.observe(watchSoftware),
                signal::close);
        watch.run();
        watchSoftware.run();
    }

    /**
     * Brings further windows above the main one, which the platform shows after them, and begins with the wall in full screen
     * when the configuration wants it; when the workbench has started.
     */
    void begin() {
        Stream.of(getWindowConfigurer().getWindow().getShell().getShells())
                .filter(Shell::isVisible)
                .forEach(further -> further.moveAbove(null));
        if (!configuration.current().ui().fullscreenOnStart()) {
            return;
        }
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        try {
            IWorkbenchPage page = window.getWorkbench().showPerspective(WatchingPerspective.ID, window);
            if (page.showView(LiveView.ID) instanceof LiveView wall) {
                wall.toggleFullScreen();
            }
        } catch (WorkbenchException e) {
            LOG.error("The wall cannot be shown in full screen", e);
        }
    }

    @Override
    public void dispose() {
        registrations.forEach(Registration::close);
    }

    private void followConfiguration() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        if (window.getShell() == null || window.getShell().isDisposed()) {
            return;
        }
        Configuration current = configuration.current();
        getWindowConfigurer().setTitle(title(current.app()));
        Appearance.apply(window.getWorkbench(), current.ui().theme());
        docks.ifPresent(Docks::follow);
    }

    private void watchProblems() {
        List<ConfigurationProblem> now = problems.list();
        if (!now.equals(problemsShown)) {
            problemsShown = now;
            if (Problems.errorsAmong(now) > 0) {
                show(ProblemsView.ID, IWorkbenchPage.VIEW_VISIBLE);
            }
        }
    }

    /** Asks once for a restart; the status bar tells of it until then. */
    private void watchSoftware() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        boolean needed = software.needsRestart();
        if (needed && !restartAsked && window.getShell() != null) {
            new RestartDialog(window).open();
        }
        restartAsked = needed;
    }

    private void show(String view, int mode) {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        if (page == null) {
            return;
        }
        try {
            page.showView(view, null, mode);
        } catch (PartInitException e) {
            LOG.error("The view {} cannot be opened", view, e);
        }
    }

    private static String title(AppSettings app) {
        return app.version().isBlank() ? app.name() : app.name() + " " + app.version();
    }

    private static List<Rectangle> screens(Display display) {
        return Stream.concat(Stream.of(display.getPrimaryMonitor()), Stream.of(display.getMonitors()))
                .map(Monitor::getClientArea)
                .toList();
    }
}
