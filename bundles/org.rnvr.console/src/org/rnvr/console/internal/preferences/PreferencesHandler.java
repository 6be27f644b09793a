package org.rnvr.console.internal.preferences;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Opens the preferences: RNVR's own pages, in their own order. What Eclipse would show beside them is either RNVR's own
 * matter (theme, keys) or of no use to those who watch cameras.
 */
public final class PreferencesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        PreferenceManager all = PlatformUI.getWorkbench().getPreferenceManager();
        PreferenceManager own = new PreferenceManager();
        pages(all).forEach(own::addToRoot);
        new PreferencesDialog(HandlerUtil.getActiveShellChecked(event), own).open();
        return null;
    }

    private static List<IPreferenceNode> pages(PreferenceManager all) {
        return Stream.of(PageContent.values())
                .flatMap(content -> Optional.ofNullable(all.find(content.id())).stream())
                .toList();
    }
}
