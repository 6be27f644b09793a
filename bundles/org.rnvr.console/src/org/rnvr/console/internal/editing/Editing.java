package org.rnvr.console.internal.editing;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.pipeline.CameraTrials;

/** Opens the dialogs of cameras for the handlers of commands. */
final class Editing {

    private Editing() {}

    static Optional<Camera> selected(Object context) {
        return HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)
                                instanceof IStructuredSelection selection
                        && selection.getFirstElement() instanceof Camera camera
                ? Optional.of(camera)
                : Optional.empty();
    }

    static CameraEditor editor(IWorkbenchWindow window, Optional<String> cameraId) {
        return new CameraEditor(
                window.getService(ConfigurationService.class),
                Optional.ofNullable(window.getService(CameraTrials.class)),
                cameraId,
                work -> Job.createSystem("Changing the configuration", (ICoreRunnable) monitor -> work.run())
                        .schedule());
    }

    static void open(ExecutionEvent event, Optional<String> cameraId, CameraForm suggestion) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        if (window != null) {
            new CameraDialog(
                            window.getShell(),
                            editor(window, cameraId),
                            suggestion,
                            new DisplayExecutor(window.getShell().getDisplay()))
                    .open();
        }
    }
}
