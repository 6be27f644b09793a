package org.rnvr.console.internal.software;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.update.SigningKey;

/** Shows a key that is not known and asks whether it may be trusted; it may not unless somebody says so. On the UI thread. */
final class KeyDialog extends Dialog {

    private static final int WIDTH = 560;
    private static final int MOST_LINES = 8;

    private final SigningKey key;
    private final List<String> artifacts;
    private final Consumer<Boolean> answer;
    private boolean trusted;

    /**
     * Not yet open.
     *
     * @param parent the window it belongs to
     * @param key the key
     * @param artifacts what it signed
     * @param answer told once whether it is trusted
     */
    KeyDialog(Shell parent, SigningKey key, List<String> artifacts, Consumer<Boolean> answer) {
        super(parent);
        this.key = key;
        this.artifacts = List.copyOf(artifacts);
        this.answer = answer;
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.key_title);
        shell.addDisposeListener(event -> answer.accept(trusted));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ((GridLayout) area.getLayout()).numColumns = 2;
        ((GridLayout) area.getLayout()).horizontalSpacing = 12;
        Label sign = new Label(area, SWT.NONE);
        sign.setImage(new Images(sign).large(Symbol.SUSPECT));
        sign.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        Label question = new Label(area, SWT.WRAP);
        question.setText(Messages.key_question);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH;
        question.setLayoutData(data);
        field(area, Messages.key_owner, Words.owners(key));
        field(area, Messages.key_fingerprint, Words.grouped(key.fingerprint()));
        field(area, Messages.key_valid, validity());
        Text list = field(area, Messages.key_signed, String.join("\n", artifacts));
        ((GridData) list.getLayoutData()).heightHint =
                list.getLineHeight() * Math.min(MOST_LINES, Math.max(2, artifacts.size()));
        ((GridData) list.getLayoutData()).grabExcessVerticalSpace = true;
        return area;
    }

    private static Text field(Composite area, String label, String value) {
        Label name = new Label(area, SWT.NONE);
        name.setText(label);
        name.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        boolean several = value.contains("\n");
        Text text = new Text(area, SWT.READ_ONLY | SWT.BORDER | (several ? SWT.MULTI | SWT.V_SCROLL : SWT.SINGLE));
        text.setText(value);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.widthHint = WIDTH;
        text.setLayoutData(data);
        return text;
    }

    private String validity() {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());
        return key.expires()
                .map(end -> NLS.bind(Messages.key_valid_until, day.format(key.created()), day.format(end)))
                .orElseGet(() -> NLS.bind(Messages.key_valid_since, day.format(key.created())));
    }

    @Override
    protected void okPressed() {
        trusted = true;
        super.okPressed();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.key_trust, false);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.key_distrust, true)
                .setFocus();
    }
}
