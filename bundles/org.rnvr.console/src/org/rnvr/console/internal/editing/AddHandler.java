package org.rnvr.console.internal.editing;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Adds a camera. */
public final class AddHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Editing.open(event, Optional.empty(), CameraForm.NEW);
        return null;
    }
}
