package org.rnvr.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.rnvr.console.internal.model.Told;

/**
 * A table of any number of rows, of which only those are made that come into sight. On the UI thread.
 *
 * @param <T> type of a row
 */
public final class LazyTable<T> {

    /** The native table takes its time for each row, seen or not; the UI is never held up for more than so many. */
    private static final int STEP = 3_000;

    private final List<Optional<Function<T, Told>>> states = new ArrayList<>();
    private final List<Function<T, String>> texts = new ArrayList<>();
    private final IntFunction<T> rows;
    private final Table table;
    private final Images images;
    private final ColumnWidths widths;
    private int wanted;
    private boolean growing;
    private OptionalInt revealed = OptionalInt.empty();

    /**
     * Without columns and rows yet.
     *
     * @param parent where
     * @param rows gives the row at an index
     * @param name for those who do not see it
     */
    public LazyTable(Composite parent, IntFunction<T> rows, String name) {
        this.rows = rows;
        Composite area = new Composite(parent, SWT.NONE);
        table = new Table(area, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == 'c' && (event.stateMask & SWT.MOD1) != 0) {
                copy();
            }
        }));
        AccessibleName.give(table, name);
        images = new Images(table);
        widths = new ColumnWidths(area, table);
    }

    /** Adds a column of text. */
    public LazyTable<T> text(int weight, String title, Function<T, String> text) {
        return add(weight, title, text, Optional.empty());
    }

    /** Adds a column of states. */
    public LazyTable<T> state(int weight, String title, Function<T, Told> told) {
        return add(weight, title, row -> told.apply(row).words(), Optional.of(told));
    }

    /**
     * Keeps the widths that a person gives to the columns, over a restart; after all columns.
     *
     * @param id of the table, the same in every language
     */
    public LazyTable<T> remembered(String id) {
        widths.remember(new ChosenWidths(id));
        return this;
    }

    /** The widget. */
    public Table table() {
        return table;
    }

    /**
     * Shows the rows anew. What is in sight and selected stays so. Of many rows the first are there at once, the others
     * soon after.
     *
     * @param count how many there are now
     * @param shift by how much the index of what was there has grown
     */
    public void show(int count, int shift) {
        int top = table.getTopIndex() + shift;
        int[] selected = Arrays.stream(table.getSelectionIndices())
                .map(index -> index + shift)
                .filter(index -> index >= 0 && index < count)
                .toArray();
        wanted = count;
        revealed = OptionalInt.empty();
        table.setRedraw(false);
        try {
            if (table.getItemCount() - count > STEP) {
                table.removeAll();
            }
            table.setItemCount(Math.min(count, table.getItemCount() + STEP));
            table.clearAll();
            if (shift != 0) {
                table.deselectAll();
                table.select(selected);
                table.setTopIndex(Math.max(0, Math.min(top, count - 1)));
            }
        } finally {
            table.setRedraw(true);
        }
        growSoon();
    }

    /** Brings a row into sight, as soon as it is there. */
    public void reveal(int index) {
        revealed = OptionalInt.of(index);
        revealIfThere();
    }

    /** The row that is selected; empty if none is, or several are. */
    public Optional<T> selected() {
        int[] selected = table.getSelectionIndices();
        return selected.length == 1 ? Optional.of(rows.apply(selected[0])) : Optional.empty();
    }

    /** Copies the selected rows to the clipboard, a line a row, with tabs between the columns. */
    public void copy() {
        int[] selected = table.getSelectionIndices();
        if (selected.length == 0) {
            return;
        }
        String text = Arrays.stream(selected)
                .sorted()
                .mapToObj(rows)
                .map(row -> texts.stream().map(column -> column.apply(row)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
        Clipboard clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private LazyTable<T> add(int weight, String title, Function<T, String> text, Optional<Function<T, Told>> told) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        widths.add(column, weight, told.isPresent());
        texts.add(text);
        states.add(told);
        return this;
    }

    private void growSoon() {
        if (!growing && table.getItemCount() < wanted) {
            growing = true;
            table.getDisplay().asyncExec(this::grow);
        }
    }

    private void grow() {
        growing = false;
        if (!table.isDisposed() && table.getItemCount() < wanted) {
            table.setItemCount(Math.min(wanted, table.getItemCount() + STEP));
            revealIfThere();
            growSoon();
        }
    }

    private void revealIfThere() {
        if (revealed.isPresent() && revealed.getAsInt() < table.getItemCount()) {
            table.setTopIndex(revealed.getAsInt());
            revealed = OptionalInt.empty();
        }
    }

    private void fill(TableItem item, int index) {
        T row = rows.apply(index);
        for (int column = 0; column < texts.size(); column++) {
            String words = texts.get(column).apply(row);
            item.setText(column, words);
            widths.fit(column, words, states.get(column).isPresent() ? Images.BESIDE_WORDS : 0);
            // one that has no image keeps no room for it
            int at = column;
            states.get(column)
                    .ifPresent(state ->
                            item.setImage(at, images.of(state.apply(row).symbol())));
        }
    }
}
