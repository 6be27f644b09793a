package org.rnvr.console.internal.recording;

import java.util.Locale;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.console.internal.model.Cameras;

/** A request to every camera for which it makes sense; the command's parameter says which. */
public final class AllRecordingsHandler extends AbstractHandler {

    private static final String REQUEST = "org.rnvr.console.recording.all.request";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Cameras cameras = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Cameras.class);
        String request = event.getParameter(REQUEST);
        try {
            RecordingRequest.valueOf(request.toUpperCase(Locale.ROOT)).makeOfAll(cameras);
        } catch (IllegalArgumentException e) {
            throw new ExecutionException("no such request: " + request, e);
        }
        return null;
    }
}
