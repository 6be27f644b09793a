package org.rnvr.console.internal.status;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.model.When;
import org.rnvr.event.Registration;

/** What lasts, until it is over; the operator says what is known. */
public final class AlertsView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.alerts";

    @Inject
    private Alerts alerts;

    private TableViewer table;
    private IAction acknowledge;
    private IAction acknowledgeAll;

    @Override
    public void createPartControl(Composite parent) {
        When when = new When(Clock.systemDefaultZone(), Locale.getDefault());
        table = new Columns<>(parent, LastingAlert.class, Messages.alerts_table)
                .state(34, Messages.alerts_column_alert, AlertsView::told)
                .text(16, Messages.alerts_column_since, alert -> when.tell(alert.since()))
                .text(52, Messages.alerts_column_details, alert -> alert.trouble()
                        .text())
                .state(18, Messages.alerts_column_state, AlertsView::state)
                .remembered("alerts")
                .viewer();
        table.setComparer(new SameAlert());
        acknowledge = action(Messages.alerts_acknowledge, this::acknowledgeSelected);
        acknowledgeAll = action(Messages.alerts_acknowledge_all, () -> alerts.acknowledge(alerts.list()));
        table.addOpenListener(event -> acknowledgeSelected());
        table.addSelectionChangedListener(event -> enable());
        createMenus();
        Registration watching = alerts.observe(new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh));
        table.getTable().addDisposeListener(event -> watching.close());
        refresh();
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    private void refresh() {
        if (table.getTable().isDisposed()) {
            return;
        }
        List<LastingAlert> list = alerts.list();
        table.setInput(list);
        setContentDescription(list.isEmpty() ? Messages.alerts_none : "");
        enable();
    }

    private void enable() {
        acknowledge.setEnabled(selected().stream().anyMatch(alert -> !alert.acknowledged()));
        acknowledgeAll.setEnabled(alerts.list().stream().anyMatch(alert -> !alert.acknowledged()));
    }

    private void acknowledgeSelected() {
        alerts.acknowledge(selected());
    }

    private Collection<LastingAlert> selected() {
        Set<Trouble.Key> chosen = Stream.of(table.getStructuredSelection().toArray())
                .filter(LastingAlert.class::isInstance)
                .map(alert -> ((LastingAlert) alert).trouble().key())
                .collect(Collectors.toSet());
        return alerts.list().stream()
                .filter(alert -> chosen.contains(alert.trouble().key()))
                .toList();
    }

    private void createMenus() {
        MenuManager menu = new MenuManager();
        menu.add(acknowledge);
        menu.add(acknowledgeAll);
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
        tools.add(acknowledge);
        tools.add(new Separator());
        tools.add(acknowledgeAll);
    }

    private static IAction action(String text, Runnable task) {
        return new Action(text) {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    private static Told told(LastingAlert alert) {
        return new Told(alert.trouble().key().kind().symbol(), alert.headline());
    }

    private static Told state(LastingAlert alert) {
        return alert.acknowledged()
                ? new Told(Symbol.NOTE, Messages.alerts_acknowledged)
                : new Told(Symbol.ALERT, Messages.alerts_new);
    }

    /** An alert stays the same to the table, and selected, when its text changes. */
    private static final class SameAlert implements IElementComparer {

        @Override
        public boolean equals(Object one, Object other) {
            return one instanceof LastingAlert alert && other instanceof LastingAlert otherAlert
                    ? alert.trouble().key().equals(otherAlert.trouble().key())
                    : one.equals(other);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof LastingAlert alert ? alert.trouble().key().hashCode() : element.hashCode();
        }
    }
}
