package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one console of this run, its configuration and how it had started to every test class that asks for them in its constructor: a
 * workbench opens once in the life of a virtual machine. {@link ConsoleTest}, which ends it, comes last. A test fails in which
 * the product kept the UI thread waiting, and one that leaves a dialog open to the next.
 */
final class OneConsole implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(OneConsole.class);
    private static final boolean DISPLAY = System.getenv("DISPLAY") != null;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return DISPLAY
                ? ConditionEvaluationResult.enabled("There is a display")
                : ConditionEvaluationResult.disabled("There is no display (DISPLAY is not set)");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningConsole.class
                || type == SiteConfiguration.class
                || type == UiWatchdog.class
                || type == RunningConsole.Sight.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Open open = open(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == RunningConsole.class) {
            return open.console;
        }
        if (type == RunningConsole.Sight.class) {
            return open.start;
        }
        return type == UiWatchdog.class ? open.watchdog : open.configuration;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(List.of(), open(context).watchdog.takeFindings(), "waits on the UI thread");
        if (PlatformUI.isWorkbenchRunning()) {
            assertEquals(List.of(), open(context).console.ui(RunningConsole::dialogs), "left open");
        }
    }

    private static Open open(ExtensionContext context) {
        return context.getRoot().getStore(HERE).getOrComputeIfAbsent(Open.class, key -> new Open(), Open.class);
    }

    private static final class Open implements Store.CloseableResource {

        private final SiteConfiguration configuration = new SiteConfiguration(Site.AT_START);
        private final RunningConsole console;
        private final UiWatchdog watchdog;
        private final RunningConsole.Sight start;

        Open() {
            try {
                console = new RunningConsole(configuration).open();
                watchdog = console.ui(() -> new UiWatchdog(Display.getCurrent()));
                console.awaitUi("the wall fills the screen, as the site wants at the start", console::isFullScreen);
                console.ui(() -> {
                    console.leaveFullScreen();
                    return null;
                });
                start = console.ui(console::sight);
                configuration.becomes(Site.USUAL, List.of());
            } catch (Exception e) {
                throw new IllegalStateException("The console does not open", e);
            }
        }

        @Override
        public void close() throws Exception {
            watchdog.close();
            console.close();
        }
    }
}
