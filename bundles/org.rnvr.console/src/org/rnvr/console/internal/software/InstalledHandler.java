package org.rnvr.console.internal.software;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows what is installed, in one window. */
public final class InstalledHandler extends AbstractHandler {

    private Optional<InstalledDialog> shown = Optional.empty();

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<InstalledDialog> there = shown.filter(dialog -> dialog.getShell() != null);
        if (there.isPresent()) {
            there.get().getShell().forceActive();
        } else {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            InstalledDialog dialog = new InstalledDialog(
                    window.getShell(), new SoftwareTasks(window), () -> InstallHandler.open(window));
            dialog.open();
            shown = Optional.of(dialog);
        }
        return null;
    }
}
