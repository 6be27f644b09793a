package org.rnvr.console.internal.keys;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String taken;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.keys.messages", Messages.class);
    }

    private Messages() {}
}
