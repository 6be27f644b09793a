package org.rnvr.console.internal.live;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a further wall in a window of its own, on a monitor that has none of RNVR yet if there is one. */
public final class NewWallHandler extends AbstractHandler {

    private static final int SHARE = 2;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbenchPage page = window.getActivePage();
        try {
            IViewPart view = page.showView(LiveView.ID, free(page), IWorkbenchPage.VIEW_CREATE);
            new WallWindow(view.getSite()).open(place(window.getShell()));
            page.activate(view);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }

    private static String free(IWorkbenchPage page) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(Integer::toString)
                .filter(number -> Arrays.stream(page.getViewReferences())
                        .noneMatch(view -> view.getId().equals(LiveView.ID) && number.equals(view.getSecondaryId())))
                .findFirst()
                .orElseThrow();
    }

    private static Rectangle place(Shell shell) {
        return place(
                areas(Arrays.stream(shell.getDisplay().getShells())
                        .filter(Shell::isVisible)
                        .map(Shell::getMonitor)),
                areas(Arrays.stream(shell.getDisplay().getMonitors())),
                shell.getMonitor().getClientArea());
    }

    private static List<Rectangle> areas(Stream<Monitor> monitors) {
        return monitors.map(Monitor::getClientArea).toList();
    }

    /**
     * All of a screen that is free, or the middle of one.
     *
     * @param taken screens that have a window already
     * @param screens all of them
     * @param own what to take the middle of
     */
    static Rectangle place(List<Rectangle> taken, List<Rectangle> screens, Rectangle own) {
        return screens.stream()
                .filter(screen -> taken.stream().noneMatch(screen::intersects))
                .findFirst()
                .orElseGet(() -> new Rectangle(
                        own.x + own.width / (2 * SHARE),
                        own.y + own.height / (2 * SHARE),
                        own.width / SHARE,
                        own.height / SHARE));
    }
}
