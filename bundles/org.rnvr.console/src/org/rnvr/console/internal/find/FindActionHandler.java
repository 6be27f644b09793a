package org.rnvr.console.internal.find;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Finds cameras, views, commands and pages of the preferences by their names. The platform's own search always offers a help
 * that is not there, and shows pages of preferences in a dialog that RNVR does not use.
 */
public final class FindActionHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        if (window == null) {
            return null;
        }
        String self = event.getCommand().getId();
        FindActionDialog dialog =
                new FindActionDialog(HandlerUtil.getActiveShell(event), new Findings(new Offers(window).allBut(self)));
        if (dialog.open() == Window.OK) {
            dialog.chosen().ifPresent(finding -> finding.action().run());
        }
        return null;
    }
}
