package org.rnvr.console.internal.editing;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Changes the selected camera. */
public final class EditHandler extends AbstractHandler {

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Editing.selected(context).isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Editing.selected(event.getApplicationContext())
                .ifPresent(camera -> Editing.open(event, Optional.of(camera.id()), CameraForm.NEW));
        return null;
    }
}
