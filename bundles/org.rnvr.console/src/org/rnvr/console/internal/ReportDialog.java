package org.rnvr.console.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.model.Told;

/** Tells what came of something, with all that should be known of it, while work goes on. On the UI thread. */
public final class ReportDialog extends Dialog {

    private static final int WIDTH = 520;
    private static final int MOST_LINES = 12;

    private final String title;
    private final Told outcome;
    private final List<String> details;
    private final Map<String, Runnable> offers = new LinkedHashMap<>();

    /**
     * Not yet open.
     *
     * @param shell the parent
     * @param title what it was
     * @param outcome what came of it
     * @param details what else should be known, a line each; may be none
     */
    public ReportDialog(Shell shell, String title, Told outcome, List<String> details) {
        super(shell);
        this.title = title;
        this.outcome = outcome;
        this.details = List.copyOf(details);
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Adds a button that does something more. */
    public ReportDialog offer(String label, Runnable action) {
        offers.put(label, action);
        return this;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
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
        sign.setImage(new Images(sign).large(outcome.symbol()));
        sign.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        Label words = new Label(area, SWT.WRAP);
        words.setText(outcome.words());
        GridData wordsData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wordsData.widthHint = WIDTH;
        words.setLayoutData(wordsData);
        if (!details.isEmpty()) {
            Text list = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
            list.setText(String.join("\n", details));
            GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
            data.widthHint = WIDTH;
            data.heightHint = list.getLineHeight() * Math.min(MOST_LINES, details.size() + 2);
            list.setLayoutData(data);
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        int id = IDialogConstants.CLIENT_ID;
        for (String label : offers.keySet()) {
            createButton(parent, id++, label, false);
        }
        createButton(parent, IDialogConstants.OK_ID, Messages.close, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id >= IDialogConstants.CLIENT_ID) {
            List.copyOf(offers.values()).get(id - IDialogConstants.CLIENT_ID).run();
        } else {
            super.buttonPressed(id);
        }
    }
}
