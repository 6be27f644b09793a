package org.rnvr.console.internal.software;

import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Looks for updates of everything. */
public final class CheckHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        new SoftwareTasks(HandlerUtil.getActiveWorkbenchWindowChecked(event)).check(Set.of());
        return null;
    }
}
