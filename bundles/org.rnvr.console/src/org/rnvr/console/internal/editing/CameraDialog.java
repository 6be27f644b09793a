package org.rnvr.console.internal.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.pipeline.CameraTrial;

/** Adds a camera, or changes one. A new camera is tried out before it is saved, and saved untried only if asked to. */
final class CameraDialog extends TitleAreaDialog {

    private static final int TRY_OUT = IDialogConstants.CLIENT_ID + 1;
    private static final List<Integer> ROTATIONS = List.of(0, 90, 180, 270);

    private final CameraEditor editor;
    private final Executor ui;
    private final CameraForm before;
    private Text id;
    private Text name;
    private Text url;
    private Text smallUrl;
    private Text username;
    private Text password;
    private Button enabled;
    private Button connect;
    private Button record;
    private Combo ptz;
    private Text ptzPort;
    private Text ptzChannel;
    private Combo flip;
    private Combo rotation;
    private TrialArea trial;
    private Optional<CameraForm> proven = Optional.empty();
    private boolean idTyped;
    private boolean busy;

    CameraDialog(Shell parent, CameraEditor editor, CameraForm suggestion, Executor ui) {
        super(parent);
        this.editor = editor;
        this.ui = ui;
        this.before = editor.isNew() ? suggestion : editor.form();
        setHelpAvailable(false);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(editor.isNew() ? Messages.dialog_add : Messages.dialog_edit);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite columns = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(columns);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(16, 0).applyTo(columns);
        Composite fields = new Composite(columns, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        createFields(fields);
        trial = new TrialArea(columns);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(trial.control());
        fill(before);
        setTitle(editor.isNew() ? Messages.dialog_add : NLS.bind(Messages.dialog_edit_title, before.name()));
        listen();
        return area;
    }

    private void createFields(Composite parent) {
        name = text(parent, Messages.field_name, SWT.NONE);
        id = text(parent, Messages.field_id, SWT.NONE);
        id.setToolTipText(Messages.field_id_tooltip);
        id.setEnabled(editor.isNew());
        url = text(parent, Messages.field_url, SWT.NONE);
        url.setMessage("rtsp://");
        smallUrl = text(parent, Messages.field_small_url, SWT.NONE);
        smallUrl.setToolTipText(Messages.field_small_url_tooltip);
        username = text(parent, Messages.field_username, SWT.NONE);
        password = text(parent, Messages.field_password, SWT.PASSWORD);
        password.setMessage(editor.isNew() ? "" : Messages.field_password_stays);
        enabled = check(parent, Messages.field_enabled);
        connect = check(parent, Messages.field_connect);
        record = check(parent, Messages.field_record);
        ptz = combo(parent, Messages.field_ptz, Messages.ptz_none, "HIK ISAPI", "ONVIF");
        ptzPort = text(parent, Messages.field_ptz_port, SWT.NONE);
        ptzChannel = text(parent, Messages.field_ptz_channel, SWT.NONE);
        flip = combo(
                parent,
                Messages.field_flip,
                Messages.flip_none,
                Messages.flip_horizontal,
                Messages.flip_vertical,
                Messages.flip_both);
        rotation = combo(
                parent,
                Messages.field_rotation,
                ROTATIONS.stream().map(degrees -> degrees + "°").toArray(String[]::new));
    }

    private static Text text(Composite parent, String label, int style) {
        new Label(parent, SWT.NONE).setText(label);
        Text field = new Text(parent, SWT.BORDER | style);
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(field);
        return field;
    }

    private static Button check(Composite parent, String label) {
        new Label(parent, SWT.NONE);
        Button field = new Button(parent, SWT.CHECK);
        field.setText(label);
        return field;
    }

    private static Combo combo(Composite parent, String label, String... choices) {
        new Label(parent, SWT.NONE).setText(label);
        Combo field = new Combo(parent, SWT.READ_ONLY);
        field.setItems(choices);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        return field;
    }

    private void fill(CameraForm form) {
        id.setText(form.id());
        name.setText(form.name());
        url.setText(form.url());
        smallUrl.setText(form.smallUrl());
        username.setText(form.username());
        password.setText(form.password());
        enabled.setSelection(form.enabled());
        connect.setSelection(form.connect());
        record.setSelection(form.record());
        ptz.select(form.ptz().ordinal());
        ptzPort.setText(form.ptzPort());
        ptzChannel.setText(form.ptzChannel());
        flip.select(form.flip().ordinal());
        rotation.select(Math.max(0, ROTATIONS.indexOf(form.rotation())));
    }

    private CameraForm form() {
        return new CameraForm(
                id.getText(),
                name.getText(),
                url.getText(),
                smallUrl.getText(),
                username.getText(),
                password.getText(),
                enabled.getSelection(),
                connect.getSelection(),
                record.getSelection(),
                PtzType.values()[ptz.getSelectionIndex()],
                ptzPort.getText(),
                ptzChannel.getText(),
                Flip.values()[flip.getSelectionIndex()],
                ROTATIONS.get(rotation.getSelectionIndex()));
    }

    private void listen() {
        for (Text field : Arrays.asList(id, name, url, smallUrl, username, password, ptzPort, ptzChannel)) {
            field.addModifyListener(event -> check());
        }
        name.addModifyListener(event -> suggestId());
        id.addListener(SWT.KeyDown, event -> idTyped = true);
        url.addFocusListener(FocusListener.focusLostAdapter(event -> {
            CameraForm now = form();
            CameraForm split = now.withoutUserInfo();
            if (!split.equals(now)) {
                fill(split);
            }
        }));
        ptz.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
    }

    private void suggestId() {
        if (editor.isNew() && !idTyped) {
            id.setText(CameraIds.suggest(name.getText(), editor.taken()));
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, TRY_OUT, Messages.button_try_out, false);
        createButton(parent, IDialogConstants.OK_ID, editor.isNew() ? Messages.button_add : Messages.button_save, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.button_cancel, false);
        check();
    }

    /** Says the first thing that is wrong, as one types. */
    private void check() {
        boolean moves = ptz.getSelectionIndex() > 0;
        ptzPort.setEnabled(moves);
        ptzChannel.setEnabled(moves);
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        Optional<CameraForm.Problem> problem = form().problem(editor.taken());
        boolean pristine = editor.isNew() && form().equals(before);
        setErrorMessage(
                pristine ? null : problem.map(CameraForm.Problem::message).orElse(null));
        setMessage(editor.isNew() ? Messages.dialog_add_text : Messages.dialog_edit_text, IMessageProvider.INFORMATION);
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty() && !busy);
        getButton(TRY_OUT).setEnabled(problem.isEmpty() && !busy && editor.canTryOut());
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == TRY_OUT) {
            tryOut(false);
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    protected void okPressed() {
        CameraForm form = form().withoutUserInfo();
        boolean sameStream = !editor.isNew() && streamOf(form).equals(streamOf(before));
        if (!editor.canTryOut() || sameStream || proven.equals(Optional.of(form)) || !form.enabled()) {
            save(form);
        } else {
            tryOut(true);
        }
    }

    private static List<String> streamOf(CameraForm form) {
        return List.of(form.url(), form.username(), form.password());
    }

    private void tryOut(boolean saving) {
        CameraForm form = form().withoutUserInfo();
        setBusy(true);
        trial.running(form.url());
        editor.tryOut(form).whenCompleteAsync((came, failure) -> tried(form, came, failure, saving), ui);
    }

    private void tried(CameraForm form, CameraTrial came, Throwable failure, boolean saving) {
        if (isGone()) {
            return;
        }
        setBusy(false);
        if (came instanceof CameraTrial.Seen seen) {
            proven = Optional.of(form);
            trial.seen(seen);
            if (saving) {
                save(form);
            }
            return;
        }
        String reason = came instanceof CameraTrial.Refused refused
                ? Reasons.told(refused.failure().text())
                : Reasons.told(failure);
        trial.refused(reason);
        if (saving && saveAnyway(reason)) {
            save(form);
        }
    }

    private boolean saveAnyway(String reason) {
        return MessageDialog.open(
                        MessageDialog.WARNING,
                        getShell(),
                        Messages.untried_title,
                        NLS.bind(Messages.untried_text, reason),
                        SWT.SHEET,
                        Messages.untried_save,
                        Messages.untried_back)
                == 0;
    }

    private void save(CameraForm form) {
        setBusy(true);
        editor.save(form, before)
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            if (isGone()) {
                                return;
                            }
                            setBusy(false);
                            if (failure == null) {
                                close();
                            } else {
                                setErrorMessage(Reasons.told(failure));
                            }
                        },
                        ui);
    }

    private boolean isGone() {
        return getShell() == null || getShell().isDisposed();
    }

    private void setBusy(boolean now) {
        busy = now;
        check();
    }
}
