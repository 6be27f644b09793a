package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person learns of an error that nobody expected. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class UnexpectedErrorsTest {

    private static final String COMMAND = "org.rnvr.console.camera.connectAll";
    private static final int CAMERA = 1;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final List<IStatus> logged = new CopyOnWriteArrayList<>();
    private final ILogListener log = (status, bundle) -> logged.add(status);
    private Optional<IHandlerActivation> activation = Optional.empty();

    UnexpectedErrorsTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void listen() {
        configuration.becomes(Site.USUAL, List.of());
        Platform.addLogListener(log);
    }

    @AfterEach
    void everybodyGoes() {
        Platform.removeLogListener(log);
        console.ui(() -> {
            activation.ifPresent(service()::deactivateHandler);
            RunningConsole.dialogs().forEach(Shell::close);
            return null;
        });
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void aHandlerThatThrowsIsReportedOnceAndLoggedAlways() throws Exception {
        handle(() -> {
            throw new IllegalStateException("the wires are crossed");
        });
        choose();
        console.awaitUi("a dialog", () -> RunningConsole.dialogs().size() == 1);
        console.screenshot(
                "error-dark", console.ui(() -> RunningConsole.dialogs().get(0)));
        String details = details();
        assertTrue(details.contains("IllegalStateException: the wires are crossed"), details);
        assertTrue(details.contains("UnexpectedErrorsTest.java"), details);
        console.screenshot("error-details-dark");
        int before = logged.size();
        assertTrue(before > 0);
        console.ui(() -> {
            RunningConsole.dialogs().forEach(Shell::close);
            return null;
        });
        choose();
        RunningConsole.await("logged again", () -> logged.size() > before);
        assertEquals(List.of(), console.ui(RunningConsole::dialogs), "known by now");
    }

    @Test
    void aHandlerThatGivesUpIsReported() {
        handle(() -> new ExecutionException("no cable"));
        choose();
        console.awaitUi("a dialog", () -> RunningConsole.dialogs().size() == 1);
        assertTrue(details().contains("ExecutionException: no cable"));
    }

    @Test
    void anEventThatFailsIsReported() {
        console.later(() -> {
            throw new IllegalArgumentException("no such pixel");
        });
        console.awaitUi("a dialog", () -> RunningConsole.dialogs().size() == 1);
        assertTrue(details().contains("IllegalArgumentException: no such pixel"));
    }

    private void handle(Supplier<ExecutionException> failing) {
        activation = Optional.of(console.ui(() -> service().activateHandler(COMMAND, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) throws ExecutionException {
                throw failing.get();
            }
        })));
    }

    private void choose() {
        console.later(() -> {
            Menu menu = console.window().getMenuBar().getItem(CAMERA).getMenu();
            RunningConsole.open(menu);
            RunningConsole.choose(menu, Site.said("Connect All", "모두 연결"));
        });
    }

    /** What the details say, once they are opened. */
    private String details() {
        return console.ui(() -> {
            Shell dialog = RunningConsole.dialogs().get(0);
            RunningConsole.within(dialog, Button.class).stream()
                    .filter(button -> button.getText().contains(">>"))
                    .findFirst()
                    .orElseThrow()
                    .notifyListeners(SWT.Selection, new Event());
            while (Display.getCurrent().readAndDispatch()) {
                continue;
            }
            return String.join(
                    "\n",
                    RunningConsole.within(dialog, StyledText.class).stream()
                            .map(StyledText::getText)
                            .toList());
        });
    }

    private static IHandlerService service() {
        // one of the window comes before that of the registry
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getService(IHandlerService.class);
    }
}
