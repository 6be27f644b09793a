package org.rnvr.console.internal.software;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks whether RNVR may restart now for what was installed. Waited for by nobody. On the UI thread. */
public final class RestartDialog extends MessageDialog {

    private static final int LATER = 0;
    private static final int NOW = 1;

    private final IWorkbenchWindow window;

    /** Over this window. */
    public RestartDialog(IWorkbenchWindow window) {
        super(
                window.getShell(),
                Messages.restart_title,
                null,
                Messages.restart_question,
                QUESTION,
                LATER,
                Messages.restart_later,
                Messages.restart_now);
        this.window = window;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void buttonPressed(int button) {
        super.buttonPressed(button);
        if (button == NOW) {
            window.getWorkbench().restart();
        }
    }
}
