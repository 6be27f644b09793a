package org.rnvr.console.internal.keys;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchPreferenceConstants;

/** The keys of the console instead of those of an IDE. The workbench reads which ones before it asks its advisor. */
public final class KeyScheme {

    private static final String WORKBENCH_PREFERENCES = "org.eclipse.ui";
    /** In the registry. */
    static final String ID = "org.rnvr.console.keys";

    private KeyScheme() {}

    /** Lets the workbench start with these keys. */
    public static void prepare() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(WORKBENCH_PREFERENCES);
        preferences.put(IWorkbenchPreferenceConstants.KEY_CONFIGURATION_ID, ID);
    }
}
