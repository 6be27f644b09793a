package org.rnvr.console.internal.software;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.config.ConfigurationService;

/** Installs new software from a repository. */
public final class InstallHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        open(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        return null;
    }

    static void open(IWorkbenchWindow window) {
        ConfigurationService configuration = window.getService(ConfigurationService.class);
        new InstallDialog(
                        window.getShell(),
                        new SoftwareTasks(window),
                        configuration.current().updates().repositories())
                .open();
    }
}
