package org.rnvr.console.internal;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.w3c.dom.css.CSSValue;

/**
 * Leaves the colours of buttons and tools to GTK, which knows of dark and light. Colours that a theme sets hide that one is
 * disabled, and SWT cannot take them back when the theme changes. The property handlers of themes are provisional API.
 */
@SuppressWarnings("restriction")
public final class NativeButtons implements ICSSPropertyHandler {

    @Override
    public boolean applyCSSProperty(Object element, String property, CSSValue value, String pseudo, CSSEngine engine) {
        return true;
    }
}
