package org.rnvr.console.internal.editing;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.reasons.Reasons;

/** Takes the selected camera out of the configuration, after asking. */
public final class DeleteHandler extends AbstractHandler {

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Editing.selected(context).isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Optional<Camera> camera = Editing.selected(event.getApplicationContext());
        if (window != null && camera.isPresent() && isMeant(window.getShell(), camera.get())) {
            remove(window, camera.get());
        }
        return null;
    }

    private static boolean isMeant(Shell shell, Camera camera) {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        shell,
                        Messages.delete_title,
                        NLS.bind(Messages.delete_text, camera.name()),
                        SWT.SHEET,
                        Messages.delete_ok,
                        Messages.delete_cancel)
                == 0;
    }

    private static void remove(IWorkbenchWindow window, Camera camera) {
        Shell shell = window.getShell();
        Editing.editor(window, Optional.of(camera.id()))
                .remove()
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            if (failure != null && !shell.isDisposed()) {
                                MessageDialog.openError(
                                        shell,
                                        Messages.delete_title,
                                        Messages.delete_failed + "\n\n" + Reasons.told(failure));
                            }
                        },
                        new DisplayExecutor(shell.getDisplay()));
    }
}
