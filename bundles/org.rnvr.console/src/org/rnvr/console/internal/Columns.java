package org.rnvr.console.internal;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.rnvr.console.internal.model.Told;

/**
 * A table whose rows are values of one type, built column by column. On the UI thread.
 *
 * @param <T> type of a row
 */
public final class Columns<T> {

    private final Class<T> type;
    private final TableViewer viewer;
    private final Images images;
    private final ColumnWidths widths;

    /**
     * Without columns yet.
     *
     * @param parent where
     * @param type of a row
     * @param name for those who do not see it
     */
    public Columns(Composite parent, Class<T> type, String name) {
        this(parent, type, name, SWT.SINGLE);
    }

    /**
     * Without columns yet.
     *
     * @param parent where
     * @param type of a row
     * @param name for those who do not see it
     * @param selection {@link SWT#SINGLE} or {@link SWT#MULTI}
     */
    public Columns(Composite parent, Class<T> type, String name, int selection) {
        this.type = type;
        Composite area = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(area, selection | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        AccessibleName.give(viewer.getTable(), name);
        images = new Images(viewer.getTable());
        widths = new ColumnWidths(area, viewer.getTable());
    }

    /** Adds a column of text. */
    public Columns<T> text(int weight, String title, Function<T, String> text) {
        return add(weight, title, text, Optional.empty());
    }

    /** Adds a column of states. */
    public Columns<T> state(int weight, String title, Function<T, Told> told) {
        return add(
                weight,
                title,
                row -> told.apply(row).words(),
                Optional.of(row -> images.of(told.apply(row).symbol())));
    }

    /**
     * Keeps the widths that a person gives to the columns, over a restart; after all columns.
     *
     * @param id of the table, the same in every language
     */
    public Columns<T> remembered(String id) {
        widths.remember(new ChosenWidths(id));
        return this;
    }

    /** The table. */
    public TableViewer viewer() {
        return viewer;
    }

    private Columns<T> add(int weight, String title, Function<T, String> text, Optional<Function<T, Image>> image) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        int index = viewer.getTable().getColumnCount() - 1;
        widths.add(column.getColumn(), weight, image.isPresent());
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                String words = text.apply(type.cast(element));
                widths.fit(index, words, image.isPresent() ? Images.BESIDE_WORDS : 0);
                return words;
            }

            @Override
            public Image getImage(Object element) {
                return image.map(of -> of.apply(type.cast(element))).orElse(null);
            }
        });
        return this;
    }
}
