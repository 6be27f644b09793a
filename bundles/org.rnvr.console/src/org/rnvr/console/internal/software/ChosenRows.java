package org.rnvr.console.internal.software;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * The rows of a table that are ticked. On the UI thread.
 *
 * @param table with ticks
 * @param type of a row
 * @param <T> type of a row
 */
record ChosenRows<T>(Table table, Class<T> type) {

    void all() {
        Arrays.stream(table.getItems()).forEach(item -> item.setChecked(true));
    }

    List<T> list() {
        return Arrays.stream(table.getItems())
                .filter(TableItem::getChecked)
                .map(TableItem::getData)
                .map(type::cast)
                .toList();
    }
}
