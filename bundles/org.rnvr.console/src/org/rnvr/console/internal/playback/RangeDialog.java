package org.rnvr.console.internal.playback;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.playback.model.MomentText;

/** Asks for cameras and a range of time, and what more something needs. On the UI thread. */
abstract class RangeDialog extends Dialog {

    private static final int WIDTH = 420;
    private static final int MOST_LINES = 6;

    private final String title;
    private final String okLabel;
    private final Map<String, String> names;
    private final Choice first;
    private final MomentText text;
    private Table cameras;
    private Text from;
    private Text to;
    private Label problem;
    private Choice chosen;

    /**
     * What is chosen.
     *
     * @param cameraIds the cameras
     * @param from the beginning
     * @param to the end
     */
    record Choice(List<String> cameraIds, Instant from, Instant to) {
        Choice {
            cameraIds = List.copyOf(cameraIds);
        }
    }

    /**
     * A dialog.
     *
     * @param shell above this
     * @param title its title
     * @param okLabel what its button does
     * @param names the cameras that can be chosen with their names, in order
     * @param first what is chosen at first
     * @param text writes and reads moments
     */
    RangeDialog(Shell shell, String title, String okLabel, Map<String, String> names, Choice first, MomentText text) {
        super(shell);
        this.title = title;
        this.okLabel = okLabel;
        this.names = names;
        this.first = first;
        this.chosen = first;
        this.text = text;
    }

    /** Adds what more is asked, in two columns. */
    abstract void createMore(Composite parent);

    /** What is wrong with the rest, in one sentence. */
    Optional<String> problemOfMore() {
        return Optional.empty();
    }

    /** Whether the end may be the beginning. */
    boolean allowsMoment() {
        return false;
    }

    /** Whether Enter must not be enough. */
    boolean isGrave() {
        return false;
    }

    /** Called when the choice changed and holds. */
    void choiceChanged() {}

    /** What was chosen. */
    Choice choice() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayout layout = (GridLayout) area.getLayout();
        layout.numColumns = 2;
        label(area, Messages.dialog_cameras, SWT.TOP);
        cameras = new Table(area, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        names.forEach((id, name) -> {
            TableItem item = new TableItem(cameras, SWT.NONE);
            item.setText(name);
            item.setData(id);
            item.setChecked(first.cameraIds().contains(id));
        });
        GridData tableData = new GridData(SWT.FILL, SWT.FILL, true, true);
        tableData.widthHint = WIDTH;
        tableData.heightHint = cameras.getItemHeight() * Math.min(MOST_LINES, Math.max(2, names.size())) + 4;
        cameras.setLayoutData(tableData);
        from = moment(area, Messages.dialog_from, first.from());
        to = moment(area, Messages.dialog_to, first.to());
        createMore(area);
        problem = new Label(area, SWT.WRAP);
        GridData problemData = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        problemData.widthHint = WIDTH;
        problemData.minimumHeight = problem.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        problem.setLayoutData(problemData);
        cameras.addListener(SWT.Selection, event -> changed());
        from.addListener(SWT.Modify, event -> changed());
        to.addListener(SWT.Modify, event -> changed());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, okLabel, !isGrave());
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, isGrave());
        changed();
    }

    /** Checks everything anew. */
    final void changed() {
        Optional<Instant> begin = text.read(from.getText(), first.from());
        Optional<Instant> end = text.read(to.getText(), first.to());
        List<String> checked = Arrays.stream(cameras.getItems())
                .filter(TableItem::getChecked)
                .map(item -> (String) item.getData())
                .toList();
        Optional<String> wrong = Optional.empty();
        if (checked.isEmpty()) {
            wrong = Optional.of(Messages.dialog_no_camera);
        } else if (begin.isEmpty() || end.isEmpty()) {
            wrong = Optional.of(Messages.clock_wrong);
        } else if (end.get().isBefore(begin.get()) || !allowsMoment() && begin.equals(end)) {
            wrong = Optional.of(Messages.dialog_no_range);
        } else {
            Choice choice = new Choice(checked, begin.get(), end.get());
            boolean isNew = !choice.equals(chosen);
            chosen = choice;
            if (isNew) {
                choiceChanged();
            }
        }
        Optional<String> shown = wrong.or(this::problemOfMore);
        problem.setText(shown.orElse(""));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(shown.isEmpty());
        }
    }

    /** The name of a field. */
    static Label label(Composite parent, String words, int vertical) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        label.setLayoutData(new GridData(SWT.BEGINNING, vertical, false, false));
        return label;
    }

    /** A field of several lines for words of the operator. */
    static Text note(Composite parent, String name) {
        label(parent, name, SWT.TOP);
        Text note = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 3 * note.getLineHeight();
        note.setLayoutData(data);
        note.addListener(
                SWT.Traverse,
                event -> event.doit |=
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        return note;
    }

    /** A field for a folder, with a button that looks for one. */
    final Text folder(Composite parent, String name, String initial) {
        label(parent, name, SWT.CENTER);
        Composite line = new Composite(parent, SWT.NONE);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        line.setLayout(layout);
        Text folder = new Text(line, SWT.BORDER);
        folder.setText(initial);
        folder.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        folder.addListener(SWT.Modify, event -> changed());
        Button browse = new Button(line, SWT.PUSH);
        browse.setText(Messages.dialog_browse);
        browse.addListener(SWT.Selection, event -> {
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setText(title);
            dialog.setFilterPath(folder.getText());
            String found = dialog.open();
            if (found != null) {
                folder.setText(found);
            }
        });
        return folder;
    }

    private Text moment(Composite parent, String name, Instant moment) {
        label(parent, name, SWT.CENTER);
        Text field = new Text(parent, SWT.BORDER);
        field.setText(text.millis(moment));
        field.setToolTipText(Messages.clock_tip);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return field;
    }
}
