package org.rnvr.console.internal.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.rnvr.config.ConfigurationImport;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.ImportPlan;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.reasons.Reasons;

/** Takes over the configuration of another installation, after showing what that changes. */
public final class ImportHandler extends AbstractHandler {

    private static final String FILE = "org.rnvr.console.import.file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional.ofNullable(event.getParameter(FILE))
                .or(() -> chosen(window.getShell()))
                .ifPresent(file -> plan(window, Path.of(file)));
        return null;
    }

    private static Optional<String> chosen(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(Messages.choose_title);
        dialog.setFilterNames(new String[] {Messages.choose_configurations, Messages.choose_all});
        dialog.setFilterExtensions(new String[] {"*.json;*.db", "*"});
        return Optional.ofNullable(dialog.open());
    }

    private static void plan(IWorkbenchWindow window, Path source) {
        ConfigurationService configuration = window.getService(ConfigurationService.class);
        ConfigurationImport imports = window.getService(ConfigurationImport.class);
        Shell shell = window.getShell();
        DisplayExecutor ui = new DisplayExecutor(shell.getDisplay());
        job(NLS.bind(Messages.job_reading, source.getFileName()), () -> {
            try {
                ImportPlan plan = imports.plan(source, configuration.file());
                ui.execute(() -> confirm(shell, source, plan, configuration));
            } catch (IOException e) {
                ui.execute(() -> say(shell, MessageDialog.ERROR, Messages.failed, Reasons.told(e)));
            }
        });
    }

    private static void confirm(Shell shell, Path source, ImportPlan plan, ConfigurationService configuration) {
        if (shell.isDisposed() || new ImportDialog(shell, source, plan).open() != Window.OK) {
            return;
        }
        DisplayExecutor ui = new DisplayExecutor(shell.getDisplay());
        job(NLS.bind(Messages.job_applying, source.getFileName()), () -> {
            try {
                configuration.change(plan.edits());
                ui.execute(() -> say(
                        shell,
                        MessageDialog.INFORMATION,
                        Messages.done,
                        NLS.bind(Messages.done_backup, configuration.file() + ".bak")));
            } catch (ConfigurationRefusedException e) {
                ui.execute(() -> say(shell, MessageDialog.ERROR, Messages.refused, Reasons.told(e)));
            }
        });
    }

    private static void say(Shell shell, int kind, String what, String detail) {
        if (!shell.isDisposed()) {
            MessageDialog.open(kind, shell, Messages.title, what + "\n\n" + detail, SWT.NONE, Messages.close);
        }
    }

    private static void job(String name, Runnable task) {
        new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                task.run();
                return Status.OK_STATUS;
            }
        }.schedule();
    }
}
