package org.rnvr.console.internal.playback;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.playback.model.MomentText;

/** Asks what is to be noted of a moment or a range. */
final class BookmarkDialog extends RangeDialog {

    private Text note;
    private String words = "";

    BookmarkDialog(Shell shell, Map<String, String> names, Choice first, MomentText text) {
        super(shell, Messages.bookmark_title, Messages.bookmark_do, names, first, text);
    }

    /** What it says. */
    String note() {
        return words;
    }

    @Override
    void createMore(Composite parent) {
        note = note(parent, Messages.dialog_note);
        note.addListener(SWT.Modify, event -> changed());
        parent.getDisplay().asyncExec(() -> {
            if (!note.isDisposed()) {
                note.setFocus();
            }
        });
    }

    @Override
    boolean allowsMoment() {
        return true;
    }

    @Override
    Optional<String> problemOfMore() {
        words = note.getText().strip();
        return words.isEmpty() ? Optional.of(Messages.bookmark_no_note) : Optional.empty();
    }
}
