package org.rnvr.console.internal.keys;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.KeyBindings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of section {@code menu_keys}. They are looked up in the configuration as they are pressed, so that a change holds
 * at once and nothing is kept beside it. Not in dialogs, not while text is typed, and not where a view takes them. On the UI
 * thread.
 */
public final class MenuKeys {

    private static final Logger LOG = LoggerFactory.getLogger(MenuKeys.class);
    private static final String SECTION = "menu_keys.";
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("camera_connect", "org.rnvr.console.camera.connect"),
            Map.entry("camera_stop", "org.rnvr.console.camera.stop"),
            Map.entry("camera_connect_all", "org.rnvr.console.camera.connectAll"),
            Map.entry("camera_stop_all", "org.rnvr.console.camera.stopAll"),
            Map.entry("prev_config", "org.rnvr.console.wall.previousLayout"),
            Map.entry("next_config", "org.rnvr.console.wall.nextLayout"),
            Map.entry("record_start", "org.rnvr.console.camera.startRecording"),
            Map.entry("record_stop", "org.rnvr.console.camera.stopRecording"),
            Map.entry("screen_rotate", "org.rnvr.console.camera.rotate"),
            Map.entry("screen_flip", "org.rnvr.console.camera.flip"),
            Map.entry("menu_open", "org.rnvr.console.wall.fullScreen"),
            Map.entry("program_exit", "org.eclipse.ui.file.exit"),
            Map.entry("screen_hide", "org.rnvr.console.wall.leave"),
            Map.entry("prev_group", "org.rnvr.console.wall.previousPage"),
            Map.entry("next_group", "org.rnvr.console.wall.nextPage"));

    private final ConfigurationService configuration;
    private final OwnKeys own;
    private final IWorkbench workbench;

    /** Of this configuration, except those that the console has itself, in this workbench. */
    public MenuKeys(ConfigurationService configuration, OwnKeys own, IWorkbench workbench) {
        this.configuration = configuration;
        this.own = own;
        this.workbench = workbench;
    }

    /** Takes the keys from now on, until the workbench ends. */
    public void listen() {
        workbench.getDisplay().addFilter(SWT.KeyDown, this::press);
    }

    /** The key that means a command, as the configuration spells it; empty if there is none. */
    public static Optional<String> spelled(KeyBindings keys, String command) {
        return COMMANDS.entrySet().stream()
                .filter(known -> known.getValue().equals(command))
                .findFirst()
                .map(known -> keys.keys().get(known.getKey()));
    }

    /** What a key of section {@code menu_keys} stands for, by its path; empty for any other key. */
    static Optional<String> command(String path) {
        return path.startsWith(SECTION)
                ? Optional.ofNullable(COMMANDS.get(path.substring(SECTION.length())))
                : Optional.empty();
    }

    private void press(Event event) {
        if (!(event.widget instanceof Control control) || isTyping(control) || isInDialog(control) || isTaken(event)) {
            return;
        }
        boolean done =
                Keystroke.of(event).flatMap(this::command).filter(this::execute).isPresent();
        if (done) {
            event.type = SWT.None;
            event.doit = false;
        }
    }

    private Optional<Command> command(Keystroke pressed) {
        return configuration.current().menuKeys().keys().entrySet().stream()
                .filter(key -> Keystroke.of(key.getValue()).equals(pressed))
                .map(key -> COMMANDS.get(key.getKey()))
                .findFirst()
                .filter(id -> own.meaning(id, pressed).isEmpty())
                .map(id -> workbench.getService(ICommandService.class).getCommand(id));
    }

    private boolean execute(Command command) {
        IHandlerService handlers = workbench.getService(IHandlerService.class);
        command.setEnabled(handlers.getCurrentState());
        if (!command.isEnabled()) {
            return false;
        }
        try {
            handlers.executeCommand(command.getId(), null);
        } catch (CommandException e) {
            LOG.error("The command {} could not be carried out", command.getId(), e);
        }
        return true;
    }

    private boolean isTaken(Event event) {
        return Arrays.stream(workbench.getWorkbenchWindows())
                .flatMap(window -> Arrays.stream(window.getPages()))
                .flatMap(page -> Arrays.stream(page.getViewReferences()))
                .map(view -> view.getPart(false))
                .anyMatch(part -> part instanceof KeyTaker taker && taker.takes(event));
    }

    private static boolean isTyping(Control control) {
        if (control instanceof Text text) {
            return text.getEditable();
        }
        if (control instanceof StyledText text) {
            return text.getEditable();
        }
        if (control instanceof Combo || control instanceof CCombo) {
            return (control.getStyle() & SWT.READ_ONLY) == 0;
        }
        return control instanceof Spinner || control instanceof DateTime;
    }

    private static boolean isInDialog(Control control) {
        return control.getShell().getData() instanceof Window;
    }
}
