package org.rnvr.console.internal.software;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.SizedDialog;
import org.rnvr.console.internal.model.Sizes;
import org.rnvr.update.AvailableUpdate;

/** Shows updates before they are applied, and lets some of them be chosen. On the UI thread. */
final class UpdatesDialog extends SizedDialog {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 420;

    private final List<AvailableUpdate> updates;
    private final Consumer<Collection<String>> apply;
    private Label summary;
    private ChosenRows<AvailableUpdate> chosen;

    /** Not yet open; {@code apply} is told the ids of the features that shall be updated. */
    UpdatesDialog(Shell parent, List<AvailableUpdate> updates, Consumer<Collection<String>> apply) {
        super(parent, Messages.updates_title, WIDTH, HEIGHT);
        this.updates = List.copyOf(updates);
        this.apply = apply;
        setBlockOnOpen(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        summary = new Label(area, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = WIDTH / 2;
        summary.setLayoutData(data);
        TableViewer table = new Columns<>(area, AvailableUpdate.class, Messages.updates_table, SWT.MULTI | SWT.CHECK)
                .text(30, Messages.column_feature, AvailableUpdate::name)
                .text(16, Messages.column_from, AvailableUpdate::from)
                .text(16, Messages.column_to, AvailableUpdate::to)
                .text(10, Messages.column_size, update -> Sizes.tell(update.bytes()))
                .text(
                        18,
                        Messages.column_effect,
                        update -> update.needsRestart() ? Messages.effect_restart : Messages.effect_now)
                .remembered("updates")
                .viewer();
        table.getTable().getParent().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.setInput(updates);
        chosen = new ChosenRows<>(table.getTable(), AvailableUpdate.class);
        chosen.all();
        table.getTable().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> tell()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.updates_do, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
        tell();
    }

    private void tell() {
        List<AvailableUpdate> wanted = chosen.list();
        boolean restart = wanted.stream().anyMatch(AvailableUpdate::needsRestart);
        String words = wanted.isEmpty()
                ? Messages.summary_none
                : MessageFormat.format(restart ? Messages.summary_restart : Messages.summary_now, wanted.size());
        summary.setText(words);
        getButton(IDialogConstants.OK_ID).setEnabled(!wanted.isEmpty());
    }

    @Override
    protected void okPressed() {
        List<String> features =
                chosen.list().stream().map(AvailableUpdate::feature).distinct().toList();
        super.okPressed();
        apply.accept(features);
    }
}
