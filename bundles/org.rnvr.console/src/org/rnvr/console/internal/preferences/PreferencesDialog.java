package org.rnvr.console.internal.preferences;

import java.util.Optional;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.console.internal.AccessibleName;

/** The dialog of preferences in the words of this console. */
final class PreferencesDialog extends PreferenceDialog {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 700;

    PreferencesDialog(Shell parent, PreferenceManager pages) {
        super(parent, pages);
        setMinimumPageSize(WIDTH / 2, HEIGHT / 2);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.title);
    }

    @Override
    protected TreeViewer createTreeViewer(Composite parent) {
        TreeViewer pages = super.createTreeViewer(parent);
        AccessibleName.give(pages.getTree(), Messages.title);
        return pages;
    }

    /** What a small screen has no room for is scrolled, by a bar that is seen before the mouse comes to it. */
    @Override
    protected Composite createPageContainer(Composite parent) {
        Composite container = super.createPageContainer(parent);
        container.getParent().setScrollbarsMode(SWT.NONE);
        return container;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    /** One may leave a page with a wrong value, look something up and come back; it only cannot be applied. */
    @Override
    protected boolean isCurrentPageValid() {
        return true;
    }

    @Override
    public void updateButtons() {
        super.updateButtons();
        getButton(OK).setEnabled(getCurrentPage() == null || getCurrentPage().isValid());
    }

    @Override
    protected void okPressed() {
        Optional<IPreferenceNode> wrong = getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
                .filter(node -> node.getPage() != null && !node.getPage().isValid())
                .findFirst();
        if (wrong.isPresent()) {
            getTreeViewer().setSelection(new StructuredSelection(wrong.get()));
        } else {
            super.okPressed();
        }
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean defaultButton) {
        String words =
                switch (id) {
                    case OK -> Messages.apply_and_close;
                    case CANCEL -> Messages.cancel;
                    default -> label;
                };
        return super.createButton(parent, id, words, defaultButton);
    }
}
