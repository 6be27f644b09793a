package org.rnvr.console.internal.playback;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.config.BackupSettings;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.recording.Selection;

/** Asks which files are to be copied, and where to. */
final class BackupDialog extends RangeDialog {

    private static final int WIDTH = 420;

    private final BackupSettings settings;
    private Text destination;
    private String folder;

    BackupDialog(Shell shell, Map<String, String> names, Choice first, MomentText text, BackupSettings settings) {
        super(shell, Messages.backup_title, Messages.backup_do, names, first, text);
        this.settings = settings;
        this.folder = configured();
    }

    /** What was chosen. */
    Selection selection() {
        Choice choice = choice();
        return new Selection(choice.cameraIds(), choice.from(), choice.to());
    }

    /** Where to; empty for where the configuration says. */
    Optional<Path> destination() {
        return Optional.of(folder).filter(path -> !path.equals(configured())).map(Path::of);
    }

    @Override
    void createMore(Composite parent) {
        destination = folder(parent, Messages.export_destination, folder);
        Label hint = new Label(parent, SWT.WRAP);
        hint.setText(settings.deleteAfterBackup() ? Messages.backup_moves : Messages.backup_copies);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.widthHint = WIDTH;
        hint.setLayoutData(data);
    }

    @Override
    Optional<String> problemOfMore() {
        folder = destination.getText().strip();
        try {
            return !folder.isEmpty() && Path.of(folder).isAbsolute()
                    ? Optional.empty()
                    : Optional.of(Messages.dialog_no_folder);
        } catch (InvalidPathException e) {
            // Which is what is told.
            return Optional.of(Messages.dialog_no_folder);
        }
    }

    private String configured() {
        return settings.destination().map(Path::toString).orElse("");
    }
}
