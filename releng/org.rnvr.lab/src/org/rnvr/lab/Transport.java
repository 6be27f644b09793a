package org.rnvr.lab;

import java.util.Locale;

/** How media travel from camera to recorder. */
public enum Transport {
    TCP,
    UDP;

    /** The name that every recorder's options use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
