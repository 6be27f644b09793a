package org.rnvr.console.internal.editing;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.control.CameraDiscovery;

/** Finds cameras in the network, and adds the one that is chosen. */
public final class FindHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        if (window == null) {
            return null;
        }
        CameraDiscovery discovery = window.getService(CameraDiscovery.class);
        if (discovery == null) {
            MessageDialog.openError(window.getShell(), Messages.find_title, Messages.find_impossible);
            return null;
        }
        FindDialog dialog = new FindDialog(
                window.getShell(),
                discovery,
                window.getService(ConfigurationService.class),
                new DisplayExecutor(window.getShell().getDisplay()));
        if (dialog.open() == Window.OK) {
            dialog.chosen().ifPresent(form -> Editing.open(event, Optional.empty(), form));
        }
        return null;
    }
}
