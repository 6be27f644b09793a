package org.rnvr.console.internal.editing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.Credentials;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.control.CameraDescription;
import org.rnvr.control.CameraDiscovery;
import org.rnvr.control.CameraSearch;
import org.rnvr.control.FoundCamera;

/** Searches the networks for cameras, and lets one be chosen and asked what it streams. */
final class FindDialog extends TitleAreaDialog {

    private static final int AGAIN = IDialogConstants.CLIENT_ID + 1;
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private final CameraDiscovery discovery;
    private final ConfigurationService configuration;
    private final Executor ui;
    private final List<FoundCamera> found = new ArrayList<>();
    private TableViewer table;
    private Text username;
    private Text password;
    private ProgressBar progress;
    private Optional<CameraSearch> search = Optional.empty();
    private Optional<CameraForm> chosen = Optional.empty();
    private boolean asking;

    FindDialog(Shell parent, CameraDiscovery discovery, ConfigurationService configuration, Executor ui) {
        super(parent);
        this.discovery = discovery;
        this.configuration = configuration;
        this.ui = ui;
        setHelpAvailable(false);
    }

    /** What a new camera is to begin with, after this was closed by OK. */
    Optional<CameraForm> chosen() {
        return chosen;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.find_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite body = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.swtDefaults().numColumns(4).applyTo(body);
        table = new Columns<>(body, FoundCamera.class, Messages.find_table)
                .text(30, Messages.find_column_name, FoundCamera::name)
                .text(25, Messages.find_column_model, FoundCamera::hardware)
                .text(20, Messages.find_column_address, FindDialog::host)
                .text(15, Messages.find_column_location, FoundCamera::location)
                .text(10, Messages.find_column_known, camera -> isKnown(camera) ? Messages.find_known : "")
                .viewer();
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(4, 1)
                .hint(760, 220)
                .applyTo(table.getTable().getParent());
        table.setInput(found);
        table.addSelectionChangedListener(event -> check());
        table.addDoubleClickListener(event -> okPressed());
        progress = new ProgressBar(body, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).span(4, 1).applyTo(progress);
        new Label(body, SWT.NONE).setText(Messages.field_username);
        username = new Text(body, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(username);
        new Label(body, SWT.NONE).setText(Messages.field_password);
        password = new Text(body, SWT.BORDER | SWT.PASSWORD);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(password);
        setTitle(Messages.find_title);
        area.addDisposeListener(event -> search.ifPresent(CameraSearch::close));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, AGAIN, Messages.find_again, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.find_next, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.button_cancel, false);
        searchNow();
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == AGAIN) {
            searchNow();
        } else {
            super.buttonPressed(button);
        }
    }

    private void searchNow() {
        found.clear();
        table.refresh();
        progress.setVisible(true);
        setErrorMessage(null);
        setMessage(Messages.find_searching, IMessageProvider.INFORMATION);
        CameraSearch started = discovery.search(LIMIT, camera -> ui.execute(() -> add(camera)));
        search = Optional.of(started);
        started.done().whenCompleteAsync((nothing, failure) -> ended(failure), ui);
        check();
    }

    private void add(FoundCamera camera) {
        if (!isGone()) {
            found.add(camera);
            table.refresh();
        }
    }

    private void ended(Throwable failure) {
        if (isGone()) {
            return;
        }
        search = Optional.empty();
        progress.setVisible(false);
        setErrorMessage(failure == null ? null : reason(failure));
        setMessage(
                found.isEmpty() ? Messages.find_none : NLS.bind(Messages.find_found, found.size()),
                IMessageProvider.INFORMATION);
        check();
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID)
                    .setEnabled(!asking && !table.getStructuredSelection().isEmpty());
            getButton(AGAIN).setEnabled(search.isEmpty() && !asking);
        }
    }

    @Override
    protected void okPressed() {
        if (asking || !(table.getStructuredSelection().getFirstElement() instanceof FoundCamera camera)) {
            return;
        }
        Credentials credentials = new Credentials(username.getText(), password.getText());
        asking = true;
        progress.setVisible(true);
        setErrorMessage(null);
        setMessage(NLS.bind(Messages.find_asking, host(camera)), IMessageProvider.INFORMATION);
        check();
        discovery
                .describe(camera.services().get(0), credentials)
                .whenCompleteAsync((described, failure) -> answered(camera, credentials, described, failure), ui);
    }

    private void answered(FoundCamera camera, Credentials credentials, CameraDescription described, Throwable failure) {
        if (isGone()) {
            return;
        }
        asking = false;
        progress.setVisible(search.isPresent());
        if (failure != null) {
            setErrorMessage(reason(failure));
            check();
            return;
        }
        chosen = Optional.of(Suggestion.of(camera, described, credentials, taken()));
        super.okPressed();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return Reasons.told(cause);
    }

    private Set<String> taken() {
        return configuration.current().cameras().stream()
                .map(camera -> camera.id())
                .collect(Collectors.toSet());
    }

    private boolean isKnown(FoundCamera camera) {
        String host = "://" + host(camera);
        return configuration.current().cameras().stream()
                .map(settings -> settings.rtspUrl() + "/")
                .anyMatch(url -> url.contains(host + "/") || url.contains(host + ":"));
    }

    private static String host(FoundCamera camera) {
        return String.valueOf(camera.services().get(0).getHost());
    }

    private boolean isGone() {
        return getShell() == null || getShell().isDisposed();
    }
}
