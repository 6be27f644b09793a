package org.rnvr.console.internal.playback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;
import org.rnvr.recording.Selection;

/** Asks what is to be deleted, and says how much that is and what of it is protected. */
final class DeleteDialog extends RangeDialog {

    private static final int WIDTH = 420;

    private final RecordingCatalog catalog;
    private final Executor background;
    private final Executor ui;
    private Label summary;
    private Button protectedToo;
    private boolean bookmarkedToo;

    DeleteDialog(
            Shell shell,
            Map<String, String> names,
            Choice first,
            MomentText text,
            RecordingCatalog catalog,
            Executor background,
            Executor ui) {
        super(shell, Messages.delete_title, Messages.delete_do, names, first, text);
        this.catalog = catalog;
        this.background = background;
        this.ui = ui;
    }

    /** What was chosen. */
    Selection selection() {
        Choice choice = choice();
        return new Selection(choice.cameraIds(), choice.from(), choice.to());
    }

    /** Whether what is protected goes as well. */
    boolean bookmarkedToo() {
        return bookmarkedToo;
    }

    @Override
    void createMore(Composite parent) {
        summary = new Label(parent, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.widthHint = WIDTH;
        data.heightHint = 4 * summary.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        summary.setLayoutData(data);
        protectedToo = new Button(parent, SWT.CHECK);
        protectedToo.setText(Messages.delete_protected_too);
        protectedToo.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        protectedToo.setEnabled(false);
        protectedToo.addListener(SWT.Selection, event -> bookmarkedToo = protectedToo.getSelection());
        choiceChanged();
    }

    @Override
    void choiceChanged() {
        if (summary == null) {
            return;
        }
        summary.setText(Messages.delete_counting);
        Choice choice = choice();
        background.execute(() -> {
            String words;
            boolean some;
            try {
                Count count = count(choice);
                words = count.words();
                some = count.isProtected > 0;
            } catch (IOException e) {
                words = e.getMessage();
                some = false;
            }
            String told = words;
            boolean enabled = some;
            ui.execute(() -> tell(choice, told, enabled));
        });
    }

    @Override
    boolean isGrave() {
        return true;
    }

    private void tell(Choice of, String words, boolean someProtected) {
        if (!summary.isDisposed() && of.equals(choice())) {
            summary.setText(words);
            protectedToo.setEnabled(someProtected);
            if (!someProtected) {
                protectedToo.setSelection(false);
                bookmarkedToo = false;
            }
        }
    }

    private Count count(Choice choice) throws IOException {
        int files = 0;
        long bytes = 0;
        int isProtected = 0;
        Set<String> notes = new HashSet<>();
        for (String cameraId : choice.cameraIds()) {
            List<Segment> segments = new ArrayList<>(catalog.segments(cameraId, choice.from(), choice.to()));
            segments.removeIf(Segment::isOpen);
            files += segments.size();
            bytes += segments.stream().mapToLong(Segment::bytes).sum();
            if (!segments.isEmpty()) {
                List<Bookmark> bookmarks = catalog.bookmarks(
                        cameraId,
                        segments.get(0).start(),
                        segments.get(segments.size() - 1).end());
                bookmarks.forEach(bookmark -> notes.add(bookmark.note()));
                isProtected += (int) segments.stream()
                        .filter(segment -> bookmarks.stream()
                                .anyMatch(bookmark -> !bookmark.from().isAfter(segment.end())
                                        && !bookmark.to().isBefore(segment.start())))
                        .count();
            }
        }
        return new Count(files, bytes, isProtected, notes);
    }

    private record Count(int files, long bytes, int isProtected, Set<String> notes) {

        String words() {
            if (files == 0) {
                return Messages.delete_nothing;
            }
            String all = NLS.bind(Messages.delete_summary, files, Lengths.bytes(bytes));
            return isProtected == 0
                    ? all + " " + Messages.delete_none_protected
                    : all + " " + NLS.bind(Messages.delete_protected, isProtected, String.join(", ", notes));
        }
    }
}
