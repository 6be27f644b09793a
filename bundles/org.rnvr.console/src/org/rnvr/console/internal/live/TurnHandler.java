package org.rnvr.console.internal.live;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.reasons.Reasons;

/** Turns the selected camera's picture: {@link Turning}, named in the registry after the class and a colon. */
public final class TurnHandler extends AbstractHandler implements IExecutableExtension {

    private Turning turning;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        turning = Turning.valueOf(Objects.toString(data));
    }

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(selected(context).isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ConfigurationService configuration =
                HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ConfigurationService.class);
        selected(event.getApplicationContext())
                .flatMap(camera -> configuration.current().camera(camera.id()))
                .ifPresent(camera -> schedule(configuration, camera));
        return null;
    }

    private void schedule(ConfigurationService configuration, CameraSettings camera) {
        IJobFunction turn = monitor -> turn(configuration, camera);
        Job.create(NLS.bind(Messages.transform_job, camera.name()), turn).schedule();
    }

    private IStatus turn(ConfigurationService configuration, CameraSettings camera) {
        try {
            configuration.change(List.of(turning.of(camera)));
            return Status.OK_STATUS;
        } catch (ConfigurationRefusedException e) {
            return Status.error(NLS.bind(Messages.transform_refused, camera.name(), Reasons.told(e)), e);
        }
    }

    private static Optional<Camera> selected(Object context) {
        return HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)
                                instanceof IStructuredSelection selection
                        && selection.getFirstElement() instanceof Camera camera
                ? Optional.of(camera)
                : Optional.empty();
    }
}
