package org.rnvr.console.internal.software;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.SizedDialog;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.UpdateService;

/** What is installed, by whom, and what can be done with it; follows what changes. On the UI thread, which never waits. */
final class InstalledDialog extends SizedDialog {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 520;
    private static final int CHECK_ID = IDialogConstants.CLIENT_ID;
    private static final int UPDATE_ID = CHECK_ID + 1;
    private static final int INSTALL_ID = CHECK_ID + 2;
    private static final int REMOVE_ID = CHECK_ID + 3;
    private static final int REVERT_ID = CHECK_ID + 4;

    private final SoftwareTasks tasks;
    private final Runnable install;
    private Label state;
    private TableViewer table;
    private Text details;
    private CompletableFuture<List<InstalledFeature>> reading = CompletableFuture.completedFuture(List.of());

    /** Not yet open; {@code install} opens the dialog for installing. */
    InstalledDialog(Shell parent, SoftwareTasks tasks, Runnable install) {
        super(parent, Messages.installed_title, WIDTH, HEIGHT);
        this.tasks = tasks;
        this.install = install;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        state = new Label(area, SWT.WRAP);
        state.setText(Messages.installed_reading);
        state.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        SashForm halves = new SashForm(area, SWT.VERTICAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new Columns<>(halves, InstalledFeature.class, Messages.installed_table, SWT.MULTI)
                .state(18, Messages.column_state, Words::state)
                .text(28, Messages.column_feature, InstalledFeature::name)
                .text(18, Messages.column_version, InstalledFeature::version)
                .text(12, Messages.column_provider, InstalledFeature::provider)
                .text(12, Messages.column_kind, Words::kind)
                .text(22, Messages.column_signer, feature -> Words.signer(feature.signer()))
                .text(18, Messages.column_strategies, feature -> String.join(", ", feature.strategies()))
                .remembered("installed")
                .viewer();
        details = new Text(halves, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        AccessibleName.give(details, Messages.details);
        halves.setWeights(65, 35);
        table.addSelectionChangedListener(event -> allow());
        Registration watching = tasks.software().observe(new Coalescer(tasks.ui(), this::read));
        area.addDisposeListener(event -> {
            watching.close();
            reading.cancel(false);
        });
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, CHECK_ID, Messages.check, false);
        createButton(parent, INSTALL_ID, Messages.install, false);
        createButton(parent, UPDATE_ID, Messages.update, false);
        createButton(parent, REMOVE_ID, Messages.remove, false);
        createButton(parent, REVERT_ID, Messages.revert, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.close, true);
        allow();
        read();
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case CHECK_ID -> tasks.check(Set.of());
            case UPDATE_ID ->
                tasks.check(selected().stream().map(InstalledFeature::id).collect(Collectors.toSet()));
            case INSTALL_ID -> install.run();
            case REMOVE_ID -> tasks.remove(getShell(), selected());
            case REVERT_ID -> tasks.revert(getShell());
            default -> super.buttonPressed(button);
        }
    }

    private void read() {
        if (table.getTable().isDisposed()) {
            return;
        }
        Optional<UpdateService> service = tasks.software().service();
        if (service.isEmpty()) {
            state.setText(Messages.no_service);
            return;
        }
        reading.cancel(false);
        CompletableFuture<List<InstalledFeature>> next = service.get().installed();
        reading = next;
        next.whenComplete((features, failure) -> tasks.ui().execute(() -> {
            if (reading == next && !table.getTable().isDisposed()) {
                show(features, failure);
            }
        }));
    }

    private void show(List<InstalledFeature> features, Throwable failure) {
        if (failure instanceof CancellationException) {
            return; // it is read anew
        }
        if (failure != null) {
            state.setText(Reasons.told(failure));
        } else {
            Set<String> ids = selected().stream().map(InstalledFeature::id).collect(Collectors.toSet());
            table.setInput(features);
            table.setSelection(new StructuredSelection(features.stream()
                    .filter(feature -> ids.contains(feature.id()))
                    .toList()));
            state.setText(tasks.software().needsRestart() ? Messages.installed_restart : Messages.installed_words);
        }
        state.getParent().layout();
        allow();
    }

    private List<InstalledFeature> selected() {
        IStructuredSelection selection = table.getStructuredSelection();
        return ((List<?>) selection.toList())
                .stream().map(InstalledFeature.class::cast).toList();
    }

    private void allow() {
        List<InstalledFeature> selected = selected();
        details.setText(selected.stream().map(Words::details).collect(Collectors.joining("\n\n")));
        boolean features =
                selected.stream().allMatch(feature -> feature.droppedIn().isEmpty());
        enable(UPDATE_ID, features && !selected.isEmpty());
        enable(REMOVE_ID, features && !selected.isEmpty() && selected.stream().noneMatch(InstalledFeature::own));
    }

    private void enable(int button, boolean allowed) {
        if (getButton(button) != null) {
            getButton(button).setEnabled(allowed);
        }
    }
}
