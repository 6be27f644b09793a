package org.rnvr.console.internal.playback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.console.internal.model.Sizes;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.reasons.Reasons;
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
    private Optional<Count> counted = Optional.empty();

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
        protectedToo.addListener(SWT.Selection, event -> tell());
        choiceChanged();
    }

    @Override
    void choiceChanged() {
        if (summary == null) {
            return;
        }
        summary.setText(Messages.delete_counting);
        Choice choice = choice();
        counted = Optional.empty();
        background.execute(() -> {
            try {
                Count count = count(choice);
                ui.execute(() -> take(choice, count));
            } catch (IOException e) {
                ui.execute(() -> fail(choice, Reasons.told(e)));
            }
        });
    }

    @Override
    boolean isGrave() {
        return true;
    }

    private void take(Choice of, Count count) {
        if (isStill(of)) {
            counted = Optional.of(count);
            protectedToo.setEnabled(count.isProtected > 0);
            if (count.isProtected == 0) {
                protectedToo.setSelection(false);
            }
            tell();
        }
    }

    private void fail(Choice of, String reason) {
        if (isStill(of)) {
            summary.setText(reason);
        }
    }

    private boolean isStill(Choice of) {
        return !summary.isDisposed() && of.equals(choice());
    }

    private void tell() {
        bookmarkedToo = protectedToo.getSelection();
        counted.ifPresent(count -> summary.setText(count.words(bookmarkedToo)));
    }

    private Count count(Choice choice) throws IOException {
        int files = 0;
        long bytes = 0;
        int isProtected = 0;
        long protectedBytes = 0;
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
                List<Segment> kept = segments.stream()
                        .filter(segment -> bookmarks.stream()
                                .anyMatch(bookmark -> !bookmark.from().isAfter(segment.end())
                                        && !bookmark.to().isBefore(segment.start())))
                        .toList();
                isProtected += kept.size();
                protectedBytes += kept.stream().mapToLong(Segment::bytes).sum();
            }
        }
        return new Count(files, bytes, isProtected, protectedBytes, notes);
    }

    private record Count(int files, long bytes, int isProtected, long protectedBytes, Set<String> notes) {

        String words(boolean allOfThem) {
            if (files == 0) {
                return Messages.delete_nothing;
            }
            int gone = allOfThem ? files : files - isProtected;
            String all =
                    NLS.bind(Messages.delete_summary, gone, Sizes.tell(allOfThem ? bytes : bytes - protectedBytes));
            return isProtected == 0
                    ? all + "\n" + Messages.delete_none_protected
                    : all
                            + "\n"
                            + NLS.bind(
                                    allOfThem ? Messages.delete_protected_gone : Messages.delete_protected,
                                    isProtected,
                                    String.join(", ", notes));
        }
    }
}
