package org.rnvr.console.internal.software;

import java.net.URI;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.ReportDialog;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.OfferedFeature;
import org.rnvr.update.UpdateRefusedException;
import org.rnvr.update.UpdateService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person can do with what is installed, in the background, and what is told of it. On the UI thread. */
public final class SoftwareTasks {

    private static final Logger LOG = LoggerFactory.getLogger(SoftwareTasks.class);
    private static final String REPOSITORIES = "updates.repositories";
    private static final String PROGRESS_VIEW = "org.eclipse.ui.views.ProgressView";

    private final IWorkbenchWindow window;
    private final Software software;
    private final KeyQuestions questions;
    private final ConfigurationService configuration;
    private final DisplayExecutor ui;

    /** In this window. */
    public SoftwareTasks(IWorkbenchWindow window) {
        this.window = window;
        this.software = window.getService(Software.class);
        this.questions = window.getService(KeyQuestions.class);
        this.configuration = window.getService(ConfigurationService.class);
        this.ui = new DisplayExecutor(window.getWorkbench().getDisplay());
        // Progress is known only of jobs that began after its service did.
        window.getWorkbench().getProgressService();
    }

    Software software() {
        return software;
    }

    DisplayExecutor ui() {
        return ui;
    }

    /** Opens what the status bar tells of: the question for a restart, else the summary of updates. */
    public void open() {
        if (software.needsRestart()) {
            new RestartDialog(window).open();
        } else {
            check(Set.of());
        }
    }

    /** Looks for updates and shows them before anything is done; of these features, or of all if none is named. */
    void check(Set<String> features) {
        run(Messages.job_check, updates -> updates.check(List.of()), found -> {
            if (features.isEmpty()) {
                software.found(found);
            }
            List<AvailableUpdate> wanted = found.stream()
                    .filter(update -> features.isEmpty() || features.contains(update.feature()))
                    .toList();
            if (wanted.isEmpty()) {
                report(Messages.updates_title, new Told(Symbol.DONE, Messages.updates_none), List.of());
            } else {
                new UpdatesDialog(shell(), wanted, this::update).open();
            }
        });
        showProgress();
    }

    /**
     * Looks what a repository has.
     *
     * @return the job, which can be cancelled; empty if there is nobody to do it, which was told
     */
    Optional<ServiceJob<List<OfferedFeature>>> look(
            URI repository, Consumer<List<OfferedFeature>> found, Consumer<String> failed) {
        Optional<UpdateService> service = software.service();
        if (service.isEmpty()) {
            failed.accept(Messages.no_service);
            return Optional.empty();
        }
        ServiceJob<List<OfferedFeature>> job = new ServiceJob<>(
                NLS.bind(Messages.job_look, repository),
                () -> service.get().offered(List.of(repository)),
                ui,
                found,
                failure -> failed.accept(Reasons.told(failure)));
        job.schedule();
        return Optional.of(job);
    }

    /** Installs from a repository, and lets it be looked in for updates from then on, if that is wanted. */
    void install(Collection<String> features, URI repository, boolean remember) {
        change(
                Messages.job_install,
                Messages.install_title,
                updates -> updates.install(features, List.of(repository), questions),
                () -> {
                    if (remember) {
                        remember(repository);
                    }
                });
    }

    private void remember(URI repository) {
        List<String> all = Stream.concat(
                        configuration.current().updates().repositories().stream(), Stream.of(repository))
                .map(RepositoryAddress::text)
                .distinct()
                .toList();
        Job.createSystem(Messages.remember_title, monitor -> {
                    try {
                        configuration.change(List.of(new ConfigurationEdit.Set(REPOSITORIES, all)));
                    } catch (ConfigurationRefusedException e) {
                        ui.execute(() -> report(
                                Messages.remember_title,
                                new Told(
                                        Symbol.ERROR,
                                        NLS.bind(Messages.remember_failed, RepositoryAddress.text(repository))),
                                List.of(Reasons.told(e))));
                    }
                    return Status.OK_STATUS;
                })
                .schedule();
    }

    void update(Collection<String> features) {
        change(
                Messages.job_update,
                Messages.updates_title,
                updates -> updates.update(features, List.of(), questions),
                () -> {});
    }

    /** Removes them if the person means it. */
    void remove(Shell parent, List<InstalledFeature> features) {
        String names =
                String.join(", ", features.stream().map(InstalledFeature::name).toList());
        if (isMeant(parent, Messages.remove_title, NLS.bind(Messages.remove_question, names), Messages.remove_do)) {
            change(
                    Messages.job_remove,
                    Messages.remove_title,
                    updates -> updates.remove(
                            features.stream().map(InstalledFeature::id).toList()),
                    () -> {});
        }
    }

    /** Goes back if the person means it. */
    void revert(Shell parent) {
        if (isMeant(parent, Messages.revert_title, Messages.revert_question, Messages.revert_do)) {
            run(
                    Messages.job_revert,
                    UpdateService::revert,
                    nothing -> report(Messages.revert_title, new Told(Symbol.DONE, Messages.revert_done), List.of()));
            showProgress();
        }
    }

    private static boolean isMeant(Shell parent, String title, String question, String yes) {
        return MessageDialog.open(MessageDialog.QUESTION, parent, title, question, SWT.NONE, Messages.cancel, yes) == 1;
    }

    private void change(
            String name,
            String title,
            Function<UpdateService, CompletableFuture<InstallationChange>> work,
            Runnable afterwards) {
        run(name, work, change -> {
            software.changed(change);
            afterwards.run();
            List<String> lines = change.features().stream().map(Words::line).toList();
            if (lines.isEmpty()) {
                report(title, new Told(Symbol.DONE, Messages.done_nothing), List.of());
            } else if (!change.needsRestart()) { // else the question for a restart comes by itself
                report(title, new Told(Symbol.DONE, MessageFormat.format(Messages.done, lines.size())), lines);
            }
        });
        showProgress();
    }

    private <T> void run(String name, Function<UpdateService, CompletableFuture<T>> work, Consumer<T> done) {
        Optional<UpdateService> service = software.service();
        if (service.isEmpty()) {
            report(name, new Told(Symbol.ERROR, Messages.no_service), List.of());
            return;
        }
        new ServiceJob<>(
                        name,
                        () -> {
                            CompletableFuture<T> future = work.apply(service.get());
                            future.whenComplete((result, failure) -> {
                                if (future.isCancelled()) {
                                    questions.withdraw();
                                }
                            });
                            return future;
                        },
                        ui,
                        done,
                        failure -> refused(name, failure))
                .schedule();
    }

    private void refused(String name, Throwable failure) {
        if (failure instanceof UpdateRefusedException refused
                && !refused.refusals().isEmpty()) {
            String first = refused.refusals().get(0).message();
            int more = refused.refusals().size() - 1;
            report(
                    name,
                    new Told(
                            Symbol.ERROR,
                            NLS.bind(
                                    Messages.refused,
                                    more == 0 ? first : MessageFormat.format(Messages.refused_more, first, more))),
                    Words.details(refused.refusals()));
        } else {
            LOG.error("{} failed", name, failure);
            report(name, new Told(Symbol.ERROR, Reasons.told(failure)), List.of(failure.toString()));
        }
    }

    private void report(String title, Told outcome, List<String> details) {
        ReportDialog dialog = new ReportDialog(shell(), title, outcome, details);
        if (!details.isEmpty()) {
            dialog.offer(Messages.copy, () -> copy(outcome.words() + "\n\n" + String.join("\n", details)));
        }
        dialog.open();
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(window.getWorkbench().getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private Shell shell() {
        return window.getShell();
    }

    private void showProgress() {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            page.showView(PROGRESS_VIEW);
        } catch (PartInitException e) {
            LOG.warn("The progress of the work cannot be shown", e);
        }
    }
}
