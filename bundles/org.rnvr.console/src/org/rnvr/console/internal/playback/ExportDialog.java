package org.rnvr.console.internal.playback;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.config.Container;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.recording.ExportRequest;

/** Asks what is to be exported, and where to. */
final class ExportDialog extends RangeDialog {

    private final String folderAtFirst;
    private Text destination;
    private Button mkv;
    private Text note;
    private Container container = Container.MP4;
    private String folder;
    private String words = "";

    ExportDialog(Shell shell, Map<String, String> names, Choice first, MomentText text, Path folder) {
        super(shell, Messages.export_title, Messages.export_do, names, first, text);
        this.folderAtFirst = folder.toString();
        this.folder = folderAtFirst;
    }

    /** What was asked for. */
    ExportRequest request() {
        Choice choice = choice();
        return new ExportRequest(choice.cameraIds(), choice.from(), choice.to(), container, Path.of(folder), words);
    }

    @Override
    void createMore(Composite parent) {
        label(parent, Messages.export_format, SWT.CENTER);
        Composite formats = new Composite(parent, SWT.NONE);
        formats.setLayout(new RowLayout());
        Button mp4 = new Button(formats, SWT.RADIO);
        mp4.setText("MP4");
        mp4.setSelection(true);
        mkv = new Button(formats, SWT.RADIO);
        mkv.setText("MKV");
        mkv.addListener(SWT.Selection, event -> changed());
        destination = folder(parent, Messages.export_destination, folderAtFirst);
        note = note(parent, Messages.dialog_note);
        note.addListener(SWT.Modify, event -> changed());
    }

    @Override
    Optional<String> problemOfMore() {
        container = mkv.getSelection() ? Container.MKV : Container.MP4;
        folder = destination.getText().strip();
        words = note.getText().strip();
        try {
            return !folder.isEmpty() && Path.of(folder).isAbsolute()
                    ? Optional.empty()
                    : Optional.of(Messages.dialog_no_folder);
        } catch (InvalidPathException e) {
            // Which is what is told.
            return Optional.of(Messages.dialog_no_folder);
        }
    }
}
