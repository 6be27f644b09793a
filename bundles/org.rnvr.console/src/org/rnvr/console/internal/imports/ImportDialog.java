package org.rnvr.console.internal.imports;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ImportPlan;
import org.rnvr.config.ImportPlan.Change;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.SizedDialog;
import org.rnvr.console.internal.reasons.Reasons;

/** Shows what an import changes and what it leaves behind, and asks whether to do it. */
final class ImportDialog extends SizedDialog {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 600;

    private final Path source;
    private final ImportPlan plan;

    ImportDialog(Shell parent, Path source, ImportPlan plan) {
        super(parent, Messages.title, WIDTH, HEIGHT);
        this.source = source;
        this.plan = plan;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        label(area, summary());
        Columns<Change> changes = new Columns<>(area, Change.class, Messages.changes)
                .text(3, Messages.column_what, ImportDialog::what)
                .text(2, Messages.column_before, ImportDialog::before)
                .text(2, Messages.column_after, ImportDialog::after);
        fill(changes.viewer().getTable().getParent(), 2);
        changes.viewer().setInput(plan.changes());
        if (!plan.notTakenOver().isEmpty()) {
            label(
                    area,
                    MessageFormat.format(
                            Messages.left_behind, plan.notTakenOver().size()));
            Columns<ConfigurationProblem> left = new Columns<>(
                            area, ConfigurationProblem.class, Messages.left_behind_table)
                    .text(2, Messages.column_what, ConfigurationProblem::path)
                    .text(4, Messages.column_why, problem -> Reasons.told(problem.message()));
            fill(left.viewer().getTable().getParent(), 1);
            left.viewer().setInput(plan.notTakenOver());
        }
        return area;
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = WIDTH / 2;
        label.setLayoutData(data);
    }

    private static void fill(Composite table, int share) {
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT / 6 * share;
        table.setLayoutData(data);
    }

    private String summary() {
        long added = plan.changes().stream().filter(Change::addsCamera).count();
        long changed = plan.changes().stream()
                .filter(change -> !change.addsCamera())
                .flatMap(change -> change.cameraId().stream())
                .distinct()
                .count();
        List<Change> settings = plan.changes().stream()
                .filter(change -> change.cameraId().isEmpty())
                .toList();
        List<String> sections = new ArrayList<>(settings.stream()
                .map(change -> change.path().substring(0, change.path().indexOf('.')))
                .distinct()
                .toList());
        if (plan.changes().isEmpty()) {
            return MessageFormat.format(Messages.summary_nothing, source);
        }
        return MessageFormat.format(
                Messages.summary, source, settings.size(), String.join(", ", sections), added, changed);
    }

    private static String what(Change change) {
        if (change.addsCamera()) {
            return MessageFormat.format(Messages.camera_added, change.cameraId().orElseThrow());
        }
        return change.cameraId()
                .map(id -> MessageFormat.format(
                        Messages.camera_key, id, change.path().replace("cameras[].", "")))
                .orElse(change.path());
    }

    private static String before(Change change) {
        return change.before().equals(change.after()) ? "" : Reasons.told(change.before());
    }

    private static String after(Change change) {
        return change.before().equals(change.after())
                ? MessageFormat.format(Messages.changed, Reasons.told(change.after()))
                : Reasons.told(change.after());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.take_over, true)
                .setEnabled(!plan.edits().isEmpty());
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
    }
}
