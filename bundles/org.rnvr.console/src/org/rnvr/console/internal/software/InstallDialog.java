package org.rnvr.console.internal.software;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.SizedDialog;
import org.rnvr.update.OfferedFeature;

/** Looks into a repository and lets features of it be chosen for installing. On the UI thread, which never waits. */
final class InstallDialog extends SizedDialog {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;

    private final SoftwareTasks tasks;
    private final List<URI> known;
    private Combo address;
    private Button look;
    private Label state;
    private TableViewer table;
    private ChosenRows<OfferedFeature> chosen;
    private Text details;
    private Button remember;
    private Optional<URI> looked = Optional.empty();
    private Optional<Job> looking = Optional.empty();

    /** Not yet open; {@code known} are repositories to choose from. */
    InstallDialog(Shell parent, SoftwareTasks tasks, List<URI> known) {
        super(parent, Messages.install_title, WIDTH, HEIGHT);
        this.tasks = tasks;
        this.known = List.copyOf(known);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.addDisposeListener(event -> forget());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        createAddress(area);
        SashForm halves = new SashForm(area, SWT.VERTICAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new Columns<>(halves, OfferedFeature.class, Messages.offered_table, SWT.MULTI | SWT.CHECK)
                .text(30, Messages.column_feature, OfferedFeature::name)
                .text(14, Messages.column_version, OfferedFeature::version)
                .text(16, Messages.column_provider, OfferedFeature::provider)
                .text(24, Messages.column_signer, feature -> Words.signer(feature.signer()))
                .text(14, Messages.column_installed, feature -> feature.installed()
                        .orElse(""))
                .remembered("offered")
                .viewer();
        chosen = new ChosenRows<>(table.getTable(), OfferedFeature.class);
        details = new Text(halves, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        AccessibleName.give(details, Messages.details);
        halves.setWeights(70, 30);
        remember = new Button(area, SWT.CHECK);
        remember.setText(Messages.remember);
        remember.setSelection(true);
        table.getTable().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (event.item instanceof TableItem item && item.getData() instanceof OfferedFeature feature) {
                details.setText(Words.details(feature));
            }
            allow();
        }));
        return area;
    }

    private void createAddress(Composite area) {
        Composite line = new Composite(area, SWT.NONE);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 0;
        line.setLayout(layout);
        new Label(line, SWT.NONE).setText(Messages.repository);
        address = new Combo(line, SWT.DROP_DOWN);
        address.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        known.forEach(uri -> address.add(RepositoryAddress.text(uri)));
        address.addModifyListener(event -> allow());
        address.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> look()));
        Button folder = new Button(line, SWT.PUSH);
        folder.setText(Messages.folder);
        folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chooseFolder()));
        setButtonLayoutData(folder);
        look = new Button(line, SWT.PUSH);
        look.setText(Messages.look);
        look.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> look()));
        setButtonLayoutData(look);
        state = new Label(line, SWT.WRAP);
        state.setText(Messages.repository_hint);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 4, 1);
        data.widthHint = WIDTH / 2;
        data.heightHint = 2 * state.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        state.setLayoutData(data);
        if (!known.isEmpty()) {
            address.select(0);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.install_do, false);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
        getShell().setDefaultButton(look);
        allow();
    }

    private void chooseFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText(Messages.install_title);
        dialog.setMessage(Messages.folder_message);
        String folder = dialog.open();
        if (folder != null) {
            address.setText(folder);
            look();
        }
    }

    private void look() {
        forget();
        Optional<URI> repository = RepositoryAddress.of(address.getText());
        table.setInput(List.of());
        details.setText("");
        looked = repository;
        if (repository.isEmpty()) {
            say(NLS.bind(Messages.repository_wrong, address.getText().strip()));
        } else {
            say(Messages.looking);
            looking = tasks.look(
                            repository.get(),
                            found -> {
                                if (looked.equals(repository)) {
                                    show(found);
                                }
                            },
                            failure -> {
                                if (looked.equals(repository)) {
                                    say(failure);
                                }
                            })
                    .map(Job.class::cast);
        }
        allow();
    }

    /** What is looked for at present is not wanted any more. */
    private void forget() {
        looked = Optional.empty();
        looking.ifPresent(Job::cancel);
        looking = Optional.empty();
    }

    private void show(List<OfferedFeature> found) {
        if (state.isDisposed()) {
            return;
        }
        table.setInput(found);
        if (found.size() == 1 && found.get(0).installed().isEmpty()) {
            chosen.all();
        }
        remember.setEnabled(
                looked.map(RepositoryAddress::text).filter(this::isKnown).isEmpty());
        say(found.isEmpty() ? Messages.offered_none : Messages.offered_some);
        if (!found.isEmpty()) {
            table.getTable().setSelection(0);
            details.setText(Words.details(found.get(0)));
            table.getTable().setFocus();
        }
        allow();
    }

    private boolean isKnown(String text) {
        return known.stream().map(RepositoryAddress::text).anyMatch(text::equals);
    }

    private void say(String words) {
        if (!state.isDisposed()) {
            state.setText(words);
            state.getParent().layout();
        }
    }

    private void allow() {
        look.setEnabled(!address.getText().isBlank());
        Button install = getButton(IDialogConstants.OK_ID);
        if (install != null) {
            install.setEnabled(looked.isPresent() && !chosen.list().isEmpty());
        }
    }

    @Override
    protected void okPressed() {
        List<String> features = chosen.list().stream().map(OfferedFeature::id).toList();
        URI repository = looked.orElseThrow();
        boolean kept = remember.isEnabled() && remember.getSelection();
        super.okPressed();
        tasks.install(features, repository, kept);
    }
}
