package org.rnvr.console.internal.preferences;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;

/**
 * RNVR's own pages of preferences, in their own order. What Eclipse would show beside them is either RNVR's own matter (theme,
 * keys) or of no use to those who watch cameras. On the UI thread.
 */
public final class Preferences {

    private final PreferenceManager all;

    /** Of this workbench. */
    public Preferences(IWorkbench workbench) {
        all = workbench.getPreferenceManager();
    }

    /** The pages. */
    public List<IPreferenceNode> pages() {
        return Stream.of(PageContent.values())
                .flatMap(content -> Optional.ofNullable(all.find(content.id())).stream())
                .toList();
    }

    /**
     * Shows them until the dialog is closed.
     *
     * @param shell above this
     * @param page id of the page to begin with; empty for the one that was looked at last
     */
    public void open(Shell shell, Optional<String> page) {
        PreferenceManager own = new PreferenceManager();
        pages().forEach(own::addToRoot);
        PreferencesDialog dialog = new PreferencesDialog(shell, own);
        page.ifPresent(dialog::setSelectedNode);
        dialog.open();
    }
}
