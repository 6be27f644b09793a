package org.rnvr.console.internal;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.ui.IWorkbenchPreferenceConstants;

/** The keys of the console instead of those of an IDE. */
public final class KeyScheme {

    private static final String SCHEME = "org.rnvr.console.keys";
    private static final String UI_PREFERENCES = "org.eclipse.ui";

    private KeyScheme() {}

    /** Lets the workbench start with them: it reads its keys before its advisor is asked for anything. */
    public static void prepare() {
        DefaultScope.INSTANCE.getNode(UI_PREFERENCES).put(IWorkbenchPreferenceConstants.KEY_CONFIGURATION_ID, SCHEME);
    }
}
