package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rnvr.config.Theme;

/** Where Tab goes, and that it is seen where the keyboard is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class FocusTest {

    private static final List<String> VIEWS = List.of(
            "live", "cameras", "problems", "alerts", "recording", "events", "log", "playback", "bookmarks", "health");

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private Set<String> before = Set.of();

    FocusTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void asItIs() {
        before = console.ui(console::views);
    }

    @AfterEach
    void asItWas() {
        console.ui(() -> {
            RunningConsole.dialogs().forEach(Shell::close);
            return null;
        });
        console.ui(() -> {
            console.views().stream().filter(view -> !before.contains(view)).forEach(console::hide);
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void everyViewIsWalkedThrough() {
        List<String> findings = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            inTheme(theme);
            for (String view : VIEWS) {
                console.ui(() -> {
                    console.toFront("org.rnvr.console." + view);
                    console.window().forceActive();
                    return null;
                });
                console.awaitUi(
                        view + " has the keyboard", () -> Display.getCurrent().getFocusControl() != null);
                console.ui(Walk::throughView).forEach(finding -> findings.add(theme + " " + view + ": " + finding));
            }
        }
        assertEquals("", String.join("\n", findings));
    }

    @Test
    void theDialogOfACameraIsWalkedThrough() {
        for (Theme theme : Theme.values()) {
            inTheme(theme);
            Shell dialog = open("org.rnvr.console.camera.add");
            assertEquals(List.of(), console.ui(() -> Walk.around(dialog)), theme.toString());
            console.ui(() -> {
                dialog.close();
                return null;
            });
            console.awaitUi("closed", dialog::isDisposed);
        }
    }

    private void inTheme(Theme theme) {
        configuration.becomes(
                Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
    }

    private Shell open(String command) {
        console.later(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        console.awaitUi("the dialog has the keyboard", () -> RunningConsole.dialogs().stream()
                .anyMatch(shell -> shell == Display.getCurrent().getActiveShell()
                        && Display.getCurrent().getFocusControl() != null));
        return console.ui(() -> RunningConsole.dialogs().get(0));
    }
}
