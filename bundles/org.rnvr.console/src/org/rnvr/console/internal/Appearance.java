package org.rnvr.console.internal;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.IWorkbench;
import org.rnvr.config.Theme;

/** The look of the console, which follows the configuration and nothing else. The theme engine is provisional API. */
@SuppressWarnings("restriction")
public final class Appearance {

    private static final String ENGINE_PREFERENCES = "org.eclipse.e4.ui.css.swt.theme";
    private static final String THEME_PREFERENCE = "themeid";

    private Appearance() {}

    /** Lets the workbench start in this theme. */
    public static void prepare(Theme theme) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(ENGINE_PREFERENCES);
        preferences.put(THEME_PREFERENCE, id(theme));
    }

    /** Changes the theme of the running workbench. On the UI thread. */
    static void apply(IWorkbench workbench, Theme theme) {
        IThemeEngine engine = workbench.getService(IThemeEngine.class);
        String id = id(theme);
        if (engine.getActiveTheme() != null
                && !id.equals(engine.getActiveTheme().getId())) {
            engine.setTheme(id, true);
        }
    }

    private static String id(Theme theme) {
        return switch (theme) {
            case DARK -> "org.eclipse.e4.ui.css.theme.e4_dark";
            case LIGHT -> "org.eclipse.e4.ui.css.theme.e4_default";
        };
    }
}
