package org.rnvr.console.internal.find;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.activities.IActivityManager;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.WatchingPerspective;
import org.rnvr.console.internal.find.Finding.Kind;
import org.rnvr.console.internal.keys.MenuKeys;
import org.rnvr.console.internal.live.LiveView;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.preferences.Preferences;

/** What a window has to offer at the moment, for those who may not know where it is. On the UI thread. */
final class Offers {

    private static final String COMMANDS = "org.eclipse.ui.commands";

    private final IWorkbenchWindow window;
    private final IWorkbench workbench;
    private final IHandlerService handlers;
    private final IEvaluationContext situation;

    /** Of this window, as it is before anything else has the keyboard. */
    Offers(IWorkbenchWindow window) {
        this.window = window;
        workbench = window.getWorkbench();
        handlers = window.getService(IHandlerService.class);
        situation = handlers.createContextSnapshot(true);
    }

    /** All, but for a command. */
    Stream<Finding> allBut(String command) {
        return Stream.of(cameras(), views(), perspectives(), commands(command), preferences())
                .flatMap(each -> each);
    }

    private Stream<Finding> cameras() {
        return window.getService(Cameras.class).list().stream()
                .filter(Camera::enabled)
                .map(camera -> new Finding(Kind.CAMERA, camera.name(), "", () -> watch(camera.id())));
    }

    private Stream<Finding> views() {
        return Arrays.stream(workbench.getViewRegistry().getViews())
                .filter(view -> !WorkbenchActivityHelper.filterItem(view))
                .map(view -> new Finding(
                        Kind.VIEW,
                        view.getLabel(),
                        "",
                        () -> open(() -> window.getActivePage().showView(view.getId()))));
    }

    private Stream<Finding> perspectives() {
        return Arrays.stream(workbench.getPerspectiveRegistry().getPerspectives())
                .filter(perspective -> !WorkbenchActivityHelper.filterItem(perspective))
                .map(perspective -> new Finding(
                        Kind.PERSPECTIVE,
                        perspective.getLabel(),
                        "",
                        () -> open(() -> workbench.showPerspective(perspective.getId(), window))));
    }

    private Stream<Finding> preferences() {
        Preferences preferences = new Preferences(workbench);
        return preferences.pages().stream()
                .map(page -> new Finding(
                        Kind.PREFERENCES,
                        page.getLabelText(),
                        "",
                        () -> preferences.open(window.getShell(), Optional.of(page.getId()))));
    }

    private Stream<Finding> commands(String unwanted) {
        IActivityManager activities = workbench.getActivitySupport().getActivityManager();
        ICommandService commands = window.getService(ICommandService.class);
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(COMMANDS))
                .filter(element -> element.getName().equals("command"))
                .filter(element -> activities.getIdentifier(qualified(element)).isEnabled())
                .map(element -> commands.getCommand(element.getAttribute("id")))
                .filter(command -> !command.getId().equals(unwanted))
                .filter(this::isPossible)
                .flatMap(this::combinations);
    }

    private static String qualified(IConfigurationElement command) {
        return command.getContributor().getName() + '/' + command.getAttribute("id");
    }

    private boolean isPossible(Command command) {
        if (!command.isDefined() || !command.isHandled()) {
            return false;
        }
        command.setEnabled(situation);
        return command.isEnabled();
    }

    @SuppressWarnings("unchecked")
    private Stream<Finding> combinations(Command command) {
        try {
            Collection<ParameterizedCommand> all = ParameterizedCommand.generateCombinations(command);
            return all.stream().map(this::finding);
        } catch (NotDefinedException e) {
            throw new IllegalStateException(command.getId() + " was defined a moment ago", e);
        }
    }

    private Finding finding(ParameterizedCommand command) {
        try {
            return new Finding(Kind.COMMAND, command.getName(), key(command), () -> execute(command));
        } catch (NotDefinedException e) {
            throw new IllegalStateException(command.getId() + " was defined a moment ago", e);
        }
    }

    private String key(ParameterizedCommand command) {
        IBindingService bindings = workbench.getService(IBindingService.class);
        return MenuKeys.spelled(
                        window.getService(ConfigurationService.class).current().menuKeys(), command.getId())
                .or(() -> Optional.ofNullable(bindings.getBestActiveBindingFor(command))
                        .map(keys -> keys.format()))
                .orElse("");
    }

    private void watch(String camera) {
        open(() -> {
            if (workbench.showPerspective(WatchingPerspective.ID, window).showView(LiveView.ID)
                    instanceof LiveView wall) {
                wall.select(camera);
            }
            return null;
        });
    }

    private void execute(ParameterizedCommand command) {
        try {
            handlers.executeCommandInContext(command, null, situation);
        } catch (CommandException e) {
            throw new IllegalStateException(command.getId() + " could not be carried out", e);
        }
    }

    private static void open(Opening opening) {
        try {
            opening.open();
        } catch (WorkbenchException e) {
            throw new IllegalStateException("It cannot be opened", e);
        }
    }

    /** Opens a part of the workbench. */
    private interface Opening {
        Object open() throws WorkbenchException;
    }
}
