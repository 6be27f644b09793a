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
    private String words;

    /**
     * A dialog.
     *
     * @param shell above this
     * @param names the cameras that can be chosen with their names, in order
     * @param first what is chosen at first
     * @param noted what is noted at first
     * @param text writes and reads moments
     */
    BookmarkDialog(Shell shell, Map<String, String> names, Choice first, String noted, MomentText text) {
        super(shell, Messages.bookmark_title, Messages.bookmark_do, names, first, text);
        words = noted;
    }

    /** What it says. */
    String note() {
        return words;
    }

    @Override
    void createMore(Composite parent) {
        note = note(parent, Messages.dialog_note);
        note.setText(words);
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
