package org.rnvr.console.internal.playback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import org.rnvr.console.internal.playback.model.Marks;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.playback.Player;

/** Tells what is selected, and what can be done with it. On the UI thread. */
final class RangeBar {

    private final MomentText text;
    private static final String WIDEST = "0000-00-00 00:00:00 – 00:00:00 (00 min 00 s)";

    private final Composite control;
    private final Label range;
    private final Buttons actions;
    private final Map<ToolItem, String> words = new LinkedHashMap<>();
    private boolean isShort;

    RangeBar(Composite parent, MomentText text, Consumer<Act> acts) {
        this.text = text;
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginHeight = 0;
        layout.marginWidth = 6;
        control.setLayout(layout);
        Buttons marks = new Buttons(control);
        marks.sign(Icon.MARK_IN, Messages.act_mark_in, () -> acts.accept(Act.MARK_IN));
        marks.sign(Icon.MARK_OUT, Messages.act_mark_out, () -> acts.accept(Act.MARK_OUT));
        range = new Label(control, SWT.NONE);
        range.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        actions = new Buttons(control);
        add(Icon.BOOKMARK, Messages.bookmark, Messages.act_bookmark, () -> acts.accept(Act.BOOKMARK));
        add(Icon.EXPORT, Messages.export, Messages.act_export, () -> acts.accept(Act.EXPORT));
        add(Icon.BACKUP, Messages.backup, Messages.act_backup, () -> acts.accept(Act.BACK_UP));
        add(Icon.SNAPSHOT, Messages.snapshot, Messages.act_snapshot, () -> acts.accept(Act.SNAPSHOT));
        add(Icon.DELETE, Messages.delete, Messages.act_delete, () -> acts.accept(Act.DELETE));
        actions.bar().setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        int marksWidth = marks.bar().computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int rangeWidth = Widths.of(range, WIDEST);
        int actionsWidth = actions.bar().computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        control.addListener(
                SWT.Resize, event -> shorten(control.getClientArea().width < marksWidth + rangeWidth + actionsWidth));
        show(Marks.NONE);
    }

    private void add(Icon icon, String label, String tip, Runnable action) {
        words.put(actions.words(icon, label, tip, action), label);
    }

    /** Where there is not room for words the signs must do. */
    private void shorten(boolean wanted) {
        if (isShort != wanted) {
            isShort = wanted;
            words.forEach((item, label) -> item.setText(wanted ? "" : label));
            control.layout(true, true);
        }
    }

    Control control() {
        return control;
    }

    void show(Marks marks) {
        Optional<Player.Range> selected = marks.range();
        String told;
        if (selected.isPresent()) {
            told = Lengths.range(text, selected.get().from(), selected.get().to());
        } else if (marks.in().isPresent()) {
            told = NLS.bind(Messages.range_from, text.seconds(marks.in().get()));
        } else if (marks.out().isPresent()) {
            told = NLS.bind(Messages.range_to, text.seconds(marks.out().get()));
        } else {
            told = Messages.range_none;
        }
        if (!told.equals(range.getText())) {
            range.setText(told);
            range.setToolTipText(told);
        }
    }
}
