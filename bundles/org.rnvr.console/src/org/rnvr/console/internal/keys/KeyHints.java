package org.rnvr.console.internal.keys;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.rnvr.config.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the keys of section {@code menu_keys} beside the items of menus and in the tips of tool bars. The workbench itself
 * shows only keys of its own table, where these cannot be: it would take them while text is typed. They are looked up as a
 * menu opens and as the mouse comes to a tool bar, so that a change holds at once. On the UI thread.
 */
public final class KeyHints {

    private static final Logger LOG = LoggerFactory.getLogger(KeyHints.class);

    /** Under which the workbench leaves with a widget what the widget stands for. */
    private static final String MODEL = "modelElement";

    private final ConfigurationService configuration;
    private final OwnKeys own;

    /** Of this configuration, except those that the console has itself. */
    public KeyHints(ConfigurationService configuration, OwnKeys own) {
        this.configuration = configuration;
        this.own = own;
    }

    /** Shows the keys from now on, as long as the display is there. */
    public void show(Display display) {
        display.addFilter(SWT.Show, this::menuOpens);
        display.addFilter(SWT.MouseEnter, this::mouseComes);
    }

    private void menuOpens(Event event) {
        if (event.widget instanceof Menu menu) {
            menu.addListener(SWT.Show, new Listener() {
                @Override
                public void handleEvent(Event show) {
                    // comes after those that fill the menu
                    menu.removeListener(SWT.Show, this);
                    Stream.of(menu.getItems()).forEach(KeyHints.this::hint);
                }
            });
        }
    }

    private void mouseComes(Event event) {
        if (event.widget instanceof ToolBar bar) {
            Stream.of(bar.getItems()).forEach(this::hint);
        }
    }

    private void hint(MenuItem item) {
        model(item)
                .flatMap(this::key)
                .ifPresent(key -> item.setText(item.getText().replaceAll("\t.*", "") + '\t' + key));
    }

    private void hint(ToolItem item) {
        model(item)
                .flatMap(model -> key(model).map(key -> tip(model) + " (" + key + ')'))
                .ifPresent(item::setToolTipText);
    }

    private Optional<String> key(MHandledItem model) {
        return Optional.ofNullable(model.getCommand())
                .map(MApplicationElement::getElementId)
                .flatMap(command -> MenuKeys.spelled(configuration.current().menuKeys(), command)
                        .filter(key -> own.meaning(command, Keystroke.of(key)).isEmpty()));
    }

    private static Optional<MHandledItem> model(Item item) {
        return item.getData(MODEL) instanceof MHandledItem model ? Optional.of(model) : Optional.empty();
    }

    private static String tip(MHandledItem model) {
        String own = model.getLocalizedTooltip();
        return own == null || own.isEmpty() ? name(model.getWbCommand()) : own;
    }

    private static String name(ParameterizedCommand command) {
        try {
            return command.getName();
        } catch (NotDefinedException e) {
            LOG.error("The command {} of a tool bar is not defined", command.getId(), e);
            return command.getId();
        }
    }
}
