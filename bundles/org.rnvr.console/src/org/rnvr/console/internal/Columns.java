package org.rnvr.console.internal;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
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

    private static final int LEAST_WIDTH = 60;

    private final Class<T> type;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final TableViewer viewer;
    private final Images images;

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
        area.setLayout(layout);
        viewer = new TableViewer(area, selection | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        AccessibleName.give(viewer.getTable(), name);
        images = new Images(viewer.getTable());
    }

    /** Adds a column of text. */
    public Columns<T> text(int weight, String title, Function<T, String> text) {
        return add(weight, title, text, row -> Optional.empty());
    }

    /** Adds a column of states. */
    public Columns<T> state(int weight, String title, Function<T, Told> told) {
        return add(
                weight,
                title,
                row -> told.apply(row).words(),
                row -> Optional.of(images.of(told.apply(row).symbol())));
    }

    /** The table. */
    public TableViewer viewer() {
        return viewer;
    }

    private Columns<T> add(int weight, String title, Function<T, String> text, Function<T, Optional<Image>> image) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, LEAST_WIDTH, true));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply(type.cast(element));
            }

            @Override
            public Image getImage(Object element) {
                return image.apply(type.cast(element)).orElse(null);
            }
        });
        return this;
    }
}
