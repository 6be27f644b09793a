package org.rnvr.console;

import java.time.Duration;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.Appearance;
import org.rnvr.console.internal.ConsoleWorkbenchAdvisor;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.SelectionColors;
import org.rnvr.console.internal.TextFocus;
import org.rnvr.console.internal.ViewServices;
import org.rnvr.console.internal.WindowMemory;
import org.rnvr.console.internal.keys.KeyScheme;
import org.rnvr.console.internal.live.ClosingWindows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workbench of the person who watches.
 * <p>
 * An OSGi service; it is there when there is a {@link ConfigurationService}. Monitor, recorder and pipelines may come and go
 * while it runs.
 */
@Component(service = Console.class)
public final class Console {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    /** Not 1, with which Xlib ends a process when its display is gone. */
    private static final Integer EXIT_UNSTARTABLE = 4;

    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

    private final ConfigurationService configuration;
    private final ViewServices services;
    private boolean stopRequested;
    private DisplayExecutor ui;

    /** With what it shows. */
    @Activate
    public Console(@Reference ConfigurationService configuration, @Reference ViewServices services) {
        this.configuration = configuration;
        this.services = services;
    }

    /**
     * Opens the workbench on the calling thread and returns when its window was closed. Once in the life of a virtual
     * machine; Eclipse does not start a second workbench in it.
     *
     * @param opened called on the calling thread as soon as the window is open
     * @return what an application returns: {@link IApplication#EXIT_OK}, {@link IApplication#EXIT_RESTART}, or 4 after the
     *     workbench failed and the log said why
     * @throws NoDisplayException if there is no display; nothing was started, and the recorder can go on without the console
     */
    public Object run(Runnable opened) throws NoDisplayException {
        if (takeStopRequest()) {
            return IApplication.EXIT_OK;
        }
        SelectionColors.prepare();
        Display display = openDisplay();
        begin(new DisplayExecutor(display));
        boolean pictureLeft = false;
        try {
            AccessibleName.followLabels(display);
            TextFocus.show(display);
            KeyScheme.prepare();
            Appearance.prepare(configuration.current().ui().theme());
            ClosingWindows closing = new ClosingWindows(display);
            WindowMemory memory = new WindowMemory(configuration);
            int code = PlatformUI.createAndRunWorkbench(
                    display, new ConsoleWorkbenchAdvisor(services, closing, memory, () -> {
                        opened.run();
                        closeSoonIfAsked();
                    }));
            pictureLeft = !closing.await(CLOSING_LIMIT);
            memory.save();
            return switch (code) {
                case PlatformUI.RETURN_RESTART -> IApplication.EXIT_RESTART;
                case PlatformUI.RETURN_OK -> IApplication.EXIT_OK;
                default -> EXIT_UNSTARTABLE;
            };
        } finally {
            end();
            if (pictureLeft) {
                LOG.warn("A camera still draws into its window, which is therefore left to the end of the process");
            } else {
                display.dispose();
            }
        }
    }

    /** Closes the workbench, or lets {@link #run} return at once when it was not called yet. Returns at once; any thread. */
    public synchronized void stop() {
        stopRequested = true;
        closeSoonIfAsked();
    }

    private synchronized void closeSoonIfAsked() {
        if (stopRequested && ui != null) {
            ui.execute(this::closeWorkbench);
        }
    }

    private synchronized void begin(DisplayExecutor executor) {
        ui = executor;
    }

    private synchronized void end() {
        ui = null;
        stopRequested = false;
    }

    private synchronized boolean takeStopRequest() {
        boolean requested = stopRequested;
        stopRequested = false;
        return requested;
    }

    private void closeWorkbench() {
        if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
            PlatformUI.getWorkbench().close();
        }
    }

    private static Display openDisplay() throws NoDisplayException {
        try {
            return PlatformUI.createDisplay();
        } catch (SWTError e) {
            if (e.code != SWT.ERROR_NO_HANDLES) {
                throw e;
            }
            throw new NoDisplayException(NLS.bind(Messages.no_display_none, System.getenv("DISPLAY")), e);
        } catch (UnsatisfiedLinkError e) {
            throw new NoDisplayException(NLS.bind(Messages.no_display_gtk, e.getMessage()), e);
        }
    }
}
