package org.rnvr.app.internal;

import org.rnvr.console.Translation;

/** What RNVR's bundles say, in the language of the process where the console is installed, which has the dictionary. */
final class Told {

    private Told() {}

    static String told(String english) {
        try {
            return Translation.of(english);
        } catch (NoClassDefFoundError e) {
            return english; // without a console
        }
    }
}
