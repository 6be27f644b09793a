package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.console.internal.DisplayExecutor;

/**
 * Keeps native windows out of sight until nobody draws into them any more. A window that vanishes under a video sink is an X
 * error, and that may end the process. On the UI thread.
 */
public final class ClosingWindows {

    private final Display display;
    private final Executor ui;
    private Shell shelter;
    private int open;

    /** On this display. */
    public ClosingWindows(Display display) {
        this.display = display;
        this.ui = new DisplayExecutor(display);
    }

    /** Takes a window out of its place at once, and disposes it when it is left. */
    public void close(Composite window, CompletionStage<Void> left) {
        if (shelter == null) {
            shelter = new Shell(display, SWT.NO_TRIM);
        }
        window.setVisible(false);
        window.setParent(shelter);
        open++;
        left.whenComplete((nothing, failure) -> ui.execute(() -> {
            window.dispose();
            open--;
        }));
    }

    /** Lets events happen until every window is closed, or until the limit. Whether every window is. */
    public boolean await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Runnable wake = () -> {};
        display.timerExec((int) limit.toMillis(), wake);
        while (open > 0 && System.nanoTime() < deadline) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.timerExec(-1, wake);
        return open == 0;
    }
}
