package org.rnvr.console.internal.preferences;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the preferences. */
public final class PreferencesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        new Preferences(PlatformUI.getWorkbench()).open(HandlerUtil.getActiveShellChecked(event), Optional.empty());
        return null;
    }
}
