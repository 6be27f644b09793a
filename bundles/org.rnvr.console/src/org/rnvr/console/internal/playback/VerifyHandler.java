package org.rnvr.console.internal.playback;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for an exported folder and tells what of it does not match its manifest. */
public final class VerifyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            if (HandlerUtil.getActiveWorkbenchWindowChecked(event)
                            .getActivePage()
                            .showView(PlaybackView.ID)
                    instanceof PlaybackView view) {
                view.tasks().verify();
            }
            return null;
        } catch (PartInitException e) {
            throw new ExecutionException("The playback cannot be opened", e);
        }
    }
}
