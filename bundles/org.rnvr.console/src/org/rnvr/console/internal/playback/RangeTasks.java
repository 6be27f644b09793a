package org.rnvr.console.internal.playback;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.ReportDialog;
import org.rnvr.console.internal.model.Recordings;
import org.rnvr.console.internal.model.Sizes;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.playback.RangeDialog.Choice;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.recording.Backups;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Selection;
import org.rnvr.recording.TransferResult;
import org.rnvr.recording.VerificationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for what is to be done with recordings, does it in the background, and tells what came of it. On the UI thread. */
final class RangeTasks {

    private static final Logger LOG = LoggerFactory.getLogger(RangeTasks.class);
    private static final String PROGRESS_VIEW = IPageLayout.ID_PROGRESS_VIEW;

    private final IWorkbenchPage page;
    private final Recordings recordings;
    private final ConfigurationService configuration;
    private final MomentText text;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> notice;

    /**
     * The tasks.
     *
     * @param page whose window dialogs belong to
     * @param recordings what does them
     * @param configuration where things go at first
     * @param text writes and reads moments
     * @param background where short looks at the disk are taken
     * @param ui runs on the UI thread
     * @param notice told what needs no dialog
     */
    RangeTasks(
            IWorkbenchPage page,
            Recordings recordings,
            ConfigurationService configuration,
            MomentText text,
            Executor background,
            Executor ui,
            Consumer<String> notice) {
        this.page = page;
        this.recordings = recordings;
        this.configuration = configuration;
        this.text = text;
        this.background = background;
        this.ui = ui;
        this.notice = notice;
        // Progress is known only of jobs that began after its service did.
        page.getWorkbenchWindow().getWorkbench().getProgressService();
    }

    void bookmark(Map<String, String> names, Choice first) {
        Optional<RecordingCatalog> catalog = recordings.catalog();
        if (catalog.isEmpty()) {
            notice.accept(Messages.no_catalog);
            return;
        }
        BookmarkDialog dialog = new BookmarkDialog(page.getWorkbenchWindow().getShell(), names, first, "", text);
        if (dialog.open() == Window.OK) {
            Choice choice = dialog.choice();
            String note = dialog.note();
            run(
                    Messages.bookmark_title,
                    progress -> {
                        for (String cameraId : choice.cameraIds()) {
                            catalog.get().addBookmark(cameraId, choice.from(), choice.to(), note);
                        }
                        return note;
                    },
                    kept -> notice.accept(NLS.bind(Messages.bookmark_kept, kept)));
        }
    }

    void export(Map<String, String> names, Choice first) {
        Optional<Evidence> evidence = recordings.evidence();
        if (evidence.isEmpty()) {
            notice.accept(Messages.no_evidence);
            return;
        }
        Path home = Path.of(System.getProperty("user.home"));
        ExportDialog dialog = new ExportDialog(page.getWorkbenchWindow().getShell(), names, first, text, home);
        if (dialog.open() == Window.OK) {
            ExportRequest request = dialog.request();
            run(
                    NLS.bind(
                            Messages.export_job,
                            named(names, request.cameraIds()),
                            Lengths.range(text, request.from(), request.to())),
                    progress -> evidence.get().export(request, progress),
                    this::exported);
            showProgress();
        }
    }

    void backUp(Map<String, String> names, Choice first) {
        Optional<Backups> backups = recordings.backups();
        if (backups.isEmpty()) {
            notice.accept(Messages.no_backups);
            return;
        }
        BackupDialog dialog = new BackupDialog(
                page.getWorkbenchWindow().getShell(),
                names,
                first,
                text,
                configuration.current().backup());
        if (dialog.open() == Window.OK) {
            Selection selection = dialog.selection();
            Optional<Path> destination = dialog.destination();
            run(
                    NLS.bind(
                            Messages.backup_job,
                            named(names, selection.cameraIds()),
                            Lengths.range(text, selection.from(), selection.to())),
                    progress -> backups.get().backup(selection, destination, progress),
                    result -> transferred(Messages.backup_title, Messages.backup_done, result));
            showProgress();
        }
    }

    void delete(Map<String, String> names, Choice first) {
        Optional<Backups> backups = recordings.backups();
        Optional<RecordingCatalog> catalog = recordings.catalog();
        if (backups.isEmpty() || catalog.isEmpty()) {
            notice.accept(Messages.no_backups);
            return;
        }
        DeleteDialog dialog = new DeleteDialog(
                page.getWorkbenchWindow().getShell(), names, first, text, catalog.get(), background, ui);
        if (dialog.open() == Window.OK) {
            Selection selection = dialog.selection();
            boolean bookmarkedToo = dialog.bookmarkedToo();
            run(
                    NLS.bind(
                            Messages.delete_job,
                            named(names, selection.cameraIds()),
                            Lengths.range(text, selection.from(), selection.to())),
                    progress -> backups.get().delete(selection, bookmarkedToo, progress),
                    result -> transferred(Messages.delete_title, Messages.delete_done, result));
            showProgress();
        }
    }

    void snapshot(String cameraId, String name, Instant moment) {
        Optional<Evidence> evidence = recordings.evidence();
        if (evidence.isEmpty()) {
            notice.accept(Messages.no_evidence);
            return;
        }
        FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.SAVE);
        dialog.setText(NLS.bind(Messages.snapshot_title, name));
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.jpg"});
        dialog.setFileName(
                cameraId + "_" + text.seconds(moment).replaceAll("[-:]", "").replace(' ', '_') + ".jpg");
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen);
            run(
                    NLS.bind(Messages.snapshot_title, name),
                    progress -> Files.write(file, evidence.get().snapshot(cameraId, moment)),
                    written -> notice.accept(NLS.bind(Messages.snapshot_done, written)));
        }
    }

    /** Asks for an exported folder and verifies it. */
    void verify() {
        DirectoryDialog dialog = new DirectoryDialog(page.getWorkbenchWindow().getShell());
        dialog.setText(Messages.verify_title);
        dialog.setMessage(Messages.verify_message);
        String chosen = dialog.open();
        if (chosen != null) {
            verify(Path.of(chosen));
        }
    }

    void verify(Path folder) {
        Optional<Evidence> evidence = recordings.evidence();
        if (evidence.isEmpty()) {
            notice.accept(Messages.no_evidence);
            return;
        }
        run(
                NLS.bind(Messages.verify_job, folder),
                progress -> evidence.get().verify(folder, progress),
                report -> verified(folder, report));
        showProgress();
    }

    private <T> void run(String name, DiskJob.Work<T> work, Consumer<T> done) {
        new DiskJob<>(name, work, ui, done, reason -> report(name, new Told(Symbol.ERROR, reason), List.of())
                        .open())
                .schedule();
    }

    private void exported(ExportResult result) {
        Told outcome = result.problems().isEmpty()
                ? new Told(
                        Symbol.DONE,
                        NLS.bind(Messages.export_done, result.files().size(), result.folder()))
                : new Told(
                        Symbol.SUSPECT,
                        NLS.bind(Messages.export_done_but, result.files().size(), result.folder()));
        report(Messages.export_title, outcome, result.problems())
                .offer(
                        Messages.open_folder,
                        () -> Program.launch(result.folder().toString()))
                .offer(Messages.verify, () -> verify(result.folder()))
                .open();
    }

    private void verified(Path folder, VerificationReport report) {
        Symbol symbol = !report.isGood() ? Symbol.ERROR : report.ownKey() ? Symbol.DONE : Symbol.SUSPECT;
        String words;
        if (!report.isGood()) {
            words = NLS.bind(Messages.verify_bad, report.problems().size(), folder);
        } else {
            words = NLS.bind(
                    report.ownKey() ? Messages.verify_good : Messages.verify_good_other_key, report.files(), folder);
        }
        report(
                        Messages.verify_title,
                        new Told(symbol, words + "\n" + NLS.bind(Messages.verify_key, report.keyFingerprint())),
                        report.problems())
                .open();
    }

    private void transferred(String title, String words, TransferResult result) {
        Told outcome = new Told(
                result.problems().isEmpty() ? Symbol.DONE : Symbol.SUSPECT,
                NLS.bind(words, new Object[] {result.done(), Sizes.tell(result.bytes()), result.already()}));
        report(title, outcome, result.problems()).open();
    }

    private ReportDialog report(String title, Told outcome, List<String> details) {
        return new ReportDialog(
                page.getWorkbenchWindow().getShell(),
                title,
                outcome,
                details.stream().map(Reasons::told).toList());
    }

    private void showProgress() {
        try {
            page.showView(PROGRESS_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            LOG.warn("The progress of the work cannot be shown", e);
        }
    }

    private static String named(Map<String, String> names, List<String> cameraIds) {
        return String.join(
                ", ", cameraIds.stream().map(id -> names.getOrDefault(id, id)).toList());
    }
}
