package org.rnvr.console.internal.find;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.SizedDialog;

/** Lists what fits while a name is typed; arrows choose, and Enter opens. On the UI thread. */
final class FindActionDialog extends SizedDialog {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 520;

    private final Findings findings;
    private Text name;
    private TableViewer list;
    private Label nothing;
    private Optional<Finding> chosen = Optional.empty();

    FindActionDialog(Shell parent, Findings findings) {
        super(parent, Messages.title, WIDTH, HEIGHT);
        this.findings = findings;
    }

    /** What is to be done, after it was closed by opening something. */
    Optional<Finding> chosen() {
        return chosen;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        name = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        name.setMessage(Messages.hint);
        name.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.give(name, Messages.hint);
        list = new Columns<>(area, Finding.class, Messages.found)
                .text(50, Messages.column_name, Finding::name)
                .text(25, Messages.column_kind, finding -> finding.kind().words())
                .text(25, Messages.column_key, Finding::key)
                .viewer();
        list.getTable().getParent().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        nothing = new Label(area, SWT.NONE);
        nothing.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        name.addListener(SWT.Modify, event -> show());
        name.addListener(SWT.KeyDown, this::move);
        list.addSelectionChangedListener(event -> updateButton());
        list.addDoubleClickListener(event -> okPressed());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.open, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
        show();
    }

    @Override
    protected void okPressed() {
        if (chosen.isEmpty() && list.getStructuredSelection().getFirstElement() instanceof Finding finding) {
            chosen = Optional.of(finding);
            super.okPressed();
        }
    }

    private void show() {
        List<Finding> fitting = findings.fitting(name.getText());
        list.setInput(fitting);
        nothing.setText(fitting.isEmpty() ? Messages.nothing : "");
        select(0);
    }

    /** Arrows and pages choose in the list while the name has the keyboard. */
    private void move(Event event) {
        Table table = list.getTable();
        int page = Math.max(1, table.getClientArea().height / table.getItemHeight() - 1);
        int rows =
                switch (event.keyCode) {
                    case SWT.ARROW_DOWN -> 1;
                    case SWT.ARROW_UP -> -1;
                    case SWT.PAGE_DOWN -> page;
                    case SWT.PAGE_UP -> -page;
                    default -> 0;
                };
        if (rows != 0) {
            event.doit = false;
            select(table.getSelectionIndex() + rows);
        }
    }

    private void select(int row) {
        Table table = list.getTable();
        table.setSelection(Math.max(0, Math.min(row, table.getItemCount() - 1)));
        table.showSelection();
        updateButton();
    }

    private void updateButton() {
        getButton(IDialogConstants.OK_ID)
                .setEnabled(!list.getStructuredSelection().isEmpty());
    }
}
