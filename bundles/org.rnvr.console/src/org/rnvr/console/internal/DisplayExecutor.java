package org.rnvr.console.internal;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** Runs tasks on the UI thread, soon; none any more once the display is gone. Any thread. */
public final class DisplayExecutor implements Executor {

    private final Display display;

    /** Of this display. */
    public DisplayExecutor(Display display) {
        this.display = Objects.requireNonNull(display);
    }

    @Override
    public void execute(Runnable task) {
        try {
            display.asyncExec(task);
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
