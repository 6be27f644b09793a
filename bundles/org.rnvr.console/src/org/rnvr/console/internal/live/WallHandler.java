package org.rnvr.console.internal.live;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Carries out one {@link WallCommand}, named in the registry after the class and a colon: on the wall that is worked with, or
 * else on the one that is on the screen.
 */
public final class WallHandler extends AbstractHandler implements IExecutableExtension {

    private WallCommand command;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        command = WallCommand.valueOf(Objects.toString(data));
    }

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(wall(context).filter(command::makesSense).isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        wall(event.getApplicationContext()).ifPresent(view -> command.run(view, parameters(event)));
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> parameters(ExecutionEvent event) {
        return event.getParameters();
    }

    private static Optional<LiveView> wall(Object context) {
        if (HandlerUtil.getVariable(context, ISources.ACTIVE_PART_NAME) instanceof LiveView active) {
            return Optional.of(active);
        }
        return HandlerUtil.getVariable(context, ISources.ACTIVE_WORKBENCH_WINDOW_NAME)
                                instanceof IWorkbenchWindow window
                        && window.getActivePage() != null
                ? onScreen(window.getActivePage())
                : Optional.empty();
    }

    private static Optional<LiveView> onScreen(IWorkbenchPage page) {
        return Arrays.stream(page.getViewReferences())
                .map(reference -> reference.getView(false))
                .filter(LiveView.class::isInstance)
                .map(LiveView.class::cast)
                .filter(page::isPartVisible)
                .findFirst();
    }
}
