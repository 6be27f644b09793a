package org.rnvr.console.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Widget;

/**
 * How wide the columns of a table are: as a person has left them; the others share what there is by weight. None of these gets
 * narrower than its title and its longest words, of which a state is always whole and a text up to a limit. What the window
 * has no room for is scrolled. On the UI thread.
 */
final class ColumnWidths extends TableColumnLayout {

    private static final int LONG_TEXT = 180;
    private static final int LONGEST_STATE = 400;
    private static final int SPACE = 18;

    private final Table table;
    private final List<Column> columns = new ArrayList<>();
    private Optional<ChosenWidths> chosen = Optional.empty();
    private boolean pending;

    /** Lays out the only table of an area. */
    ColumnWidths(Composite area, Table table) {
        this.table = table;
        area.setLayout(this);
    }

    /** Takes the next column in. */
    void add(TableColumn column, int weight, boolean state) {
        columns.add(new Column(column, weight, state));
    }

    /** Takes widths that were chosen earlier, and keeps those that are chosen from now on; after all columns. */
    void remember(ChosenWidths widths) {
        chosen = Optional.of(widths);
        columns.forEach(column -> widths.of(table.indexOf(column.widget))
                .ifPresent(width -> setColumnData(column.widget, new ColumnPixelData(width))));
    }

    /** Makes room for a text, soon. */
    void fit(int index, String text, int besideIt) {
        if (columns.get(index).needs(text, besideIt) && !pending) {
            pending = true;
            table.getDisplay().asyncExec(this::arrange);
        }
    }

    @Override
    protected void updateColumnData(Widget column) {
        super.updateColumnData(column);
        int index = table.indexOf((TableColumn) column);
        if (getLayoutData(table, index) instanceof ColumnPixelData data) {
            chosen.ifPresent(widths -> widths.put(index, data.width));
        }
    }

    private void arrange() {
        pending = false;
        if (!table.isDisposed()) {
            columns.forEach(Column::arrange);
            table.getParent().layout();
        }
    }

    private final class Column {

        private final TableColumn widget;
        private final int weight;
        private final boolean state;
        private final Set<String> states = new HashSet<>();
        private int longest;
        private int least;

        Column(TableColumn widget, int weight, boolean state) {
            this.widget = widget;
            this.weight = weight;
            this.state = state;
            // titles are bold in both themes
            least = width(widget.getText(), JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            arrange();
        }

        boolean needs(String text, int besideIt) {
            if (!isNew(text)) {
                return false;
            }
            int wanted = Math.min(width(text, table.getFont()) + besideIt, state ? LONGEST_STATE : LONG_TEXT);
            boolean more = wanted > least;
            least = Math.max(least, wanted);
            return more;
        }

        void arrange() {
            if (!(getLayoutData(table, table.indexOf(widget)) instanceof ColumnPixelData)) {
                setColumnData(widget, new ColumnWeightData(weight, least, true));
            }
        }

        /** Measuring takes its time: there are few states, and of texts only a longer one may need more room. */
        private boolean isNew(String text) {
            if (state) {
                return states.add(text);
            }
            boolean longer = text.length() > longest && least < LONG_TEXT;
            longest = Math.max(longest, text.length());
            return longer;
        }

        private int width(String text, Font font) {
            GC gc = new GC(table);
            try {
                gc.setFont(font);
                return gc.textExtent(text).x + SPACE;
            } finally {
                gc.dispose();
            }
        }
    }
}
