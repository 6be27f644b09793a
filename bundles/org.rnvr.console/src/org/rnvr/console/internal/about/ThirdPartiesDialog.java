package org.rnvr.console.internal.about;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.SizedDialog;

/** Lists the bundles that others made, with their versions, licences and where their sources are. On the UI thread. */
final class ThirdPartiesDialog extends SizedDialog {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 640;

    private final Notices notices;
    private final Map<String, String> versions;

    ThirdPartiesDialog(Shell parent, Notices notices) {
        super(parent, Messages.title, WIDTH, HEIGHT);
        this.notices = notices;
        this.versions = Arrays.stream(FrameworkUtil.getBundle(ThirdPartiesDialog.class)
                        .getBundleContext()
                        .getBundles())
                .collect(Collectors.toMap(
                        Bundle::getSymbolicName, bundle -> bundle.getVersion().toString(), (one, other) -> other));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        SashForm halves = new SashForm(area, SWT.VERTICAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        TableViewer table = new Columns<>(halves, ThirdParty.class, Messages.table)
                .text(30, Messages.column_bundle, ThirdParty::bundle)
                .text(16, Messages.column_version, party -> versions.getOrDefault(party.bundle(), ""))
                .text(14, Messages.column_licence, party -> String.join(", ", party.licences()))
                .text(40, Messages.column_sources, ThirdParty::sources)
                .viewer();
        Text licence = new Text(halves, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        halves.setWeights(50, 50);
        table.addSelectionChangedListener(event -> {
            if (event.getStructuredSelection().getFirstElement() instanceof ThirdParty party) {
                licence.setText(notices.text(party));
            }
        });
        table.setInput(notices.parties());
        if (!notices.parties().isEmpty()) {
            table.setSelection(new StructuredSelection(notices.parties().get(0)));
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.close, true);
    }
}
