package org.rnvr.console.internal.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.StatusLineLayoutData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Problems;
import org.rnvr.console.internal.software.Software;
import org.rnvr.event.Registration;

/** What the status bar says, item by item; each opens the view that tells more. A tool bar, so that keys reach it. */
public final class StatusItem extends ContributionItem {

    private final ConfigurationService configuration;
    private final Cameras cameras;
    private final Problems problems;
    private final Machine machine;
    private final Alerts alerts;
    private final Software software;
    private final Consumer<String> showView;
    private final Runnable openSoftware;

    /** Of all this; {@code showView} opens the view of an id, {@code openSoftware} what can be done with what is installed. */
    public StatusItem(
            ConfigurationService configuration,
            Cameras cameras,
            Problems problems,
            Machine machine,
            Alerts alerts,
            Software software,
            Consumer<String> showView,
            Runnable openSoftware) {
        super("org.rnvr.console.status");
        this.configuration = configuration;
        this.cameras = cameras;
        this.problems = problems;
        this.machine = machine;
        this.alerts = alerts;
        this.software = software;
        this.showView = showView;
        this.openSoftware = openSoftware;
    }

    @Override
    public void fill(Composite parent) {
        // a status line gives at most two thirds of its width away: what has no room is behind an arrow
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
        bar.setLayoutData(new StatusLineLayoutData());
        AccessibleName.give(bar, Messages.bar);
        Content content = new Content(bar);
        Coalescer refresh = new Coalescer(new DisplayExecutor(bar.getDisplay()), () -> {
            if (!bar.isDisposed()) {
                content.show(facts());
                show(parent);
            }
        });
        List<Registration> registrations = List.of(
                configuration.observe(current -> refresh.run()),
                cameras.observe(refresh),
                problems.observe(refresh),
                machine.observe(refresh),
                alerts.observe(refresh),
                software.observe(refresh));
        bar.addDisposeListener(event -> registrations.forEach(Registration::close));
        content.show(facts());
        show(parent);
    }

    /** The workbench shows or hides a status line only when it opens the window. Nothing else is at its edge of the window. */
    private void show(Composite statusLine) {
        Composite edge = statusLine;
        while (!(edge.getParent() instanceof Shell)) {
            edge = edge.getParent();
        }
        boolean wanted = configuration.current().ui().showStatusBar();
        if (edge.getVisible() != wanted) {
            edge.setVisible(wanted);
            edge.requestLayout();
        }
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(
                Facts.of(alerts.list(), problems.list(), cameras.list(), machine.storage(), machine.host()));
        Facts.software(software.updates(), software.needsRestart()).ifPresent(facts::add);
        return facts;
    }

    /** The items that are there. One that stays is only changed, so that it keeps the focus. */
    private final class Content {

        private final ToolBar bar;
        private final Images images;
        private final Map<Field, Place> places = new EnumMap<>(Field.class);
        private List<Fact> shown = List.of();

        Content(ToolBar bar) {
            this.bar = bar;
            this.images = new Images(bar);
        }

        void show(List<Fact> facts) {
            if (facts.equals(shown)) {
                return;
            }
            shown = facts;
            List<Field> fields = facts.stream().map(Fact::field).toList();
            Map<Field, Place> gone = new EnumMap<>(places);
            gone.keySet().removeAll(fields);
            places.keySet().retainAll(fields);
            gone.values().forEach(Place::dispose);
            for (int index = 0; index < facts.size(); index++) {
                Fact fact = facts.get(index);
                int before = 2 * index;
                ToolItem item = places.computeIfAbsent(fact.field(), field -> place(field, before))
                        .item();
                item.setImage(images.of(fact.symbol()));
                item.setText(fact.words());
                item.setToolTipText(fact.exact());
            }
            bar.requestLayout();
        }

        private Place place(Field field, int index) {
            ToolItem item = new ToolItem(bar, SWT.PUSH, index);
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> field.view().ifPresentOrElse(showView, openSoftware)));
            return new Place(item, new ToolItem(bar, SWT.SEPARATOR, index + 1));
        }
    }

    /** An item and what divides it from the next. */
    private record Place(ToolItem item, ToolItem separator) {

        void dispose() {
            item.dispose();
            separator.dispose();
        }
    }
}
