package org.rnvr.console.internal.preferences;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.rnvr.console.internal.AccessibleName;

/** Which detection strategies act: all that are installed, or those that are ticked. */
final class StrategiesEditor implements Editor {

    private static final int HEIGHT = 120;

    private final Composite area;
    private final Button all;
    private final Table table;
    private final Set<String> installed;

    /** With what they are called together, and the names of those that are installed. */
    StrategiesEditor(Composite parent, String name, Set<String> installed, Runnable changed) {
        this.installed = new TreeSet<>(installed);
        area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        area.setLayout(layout);
        all = new Button(area, SWT.CHECK);
        all.setText(Messages.strategies_all);
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        AccessibleName.give(table, name);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        all.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            showOf(all.getSelection() ? Optional.empty() : Optional.of(List.copyOf(this.installed)));
            changed.run();
        }));
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (event.detail == SWT.CHECK) {
                changed.run();
            }
        }));
    }

    @Override
    public Optional<Object> value() {
        if (all.getSelection()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(table.getItems())
                .filter(TableItem::getChecked)
                .<Object>map(TableItem::getData)
                .toList());
    }

    @Override
    public void show(Optional<Object> value) {
        showOf(value.map(
                names -> ((List<?>) names).stream().map(String::valueOf).toList()));
    }

    private void showOf(Optional<List<String>> chosen) {
        Set<String> names = new LinkedHashSet<>(installed);
        chosen.ifPresent(names::addAll);
        all.setSelection(chosen.isEmpty());
        table.setEnabled(chosen.isPresent());
        table.removeAll();
        for (String name : names) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(name);
            item.setText(installed.contains(name) ? name : NLS.bind(Messages.strategies_missing, name));
            item.setChecked(chosen.map(some -> some.contains(name)).orElse(true));
        }
    }

    @Override
    public Control control() {
        return area;
    }
}
