package org.rnvr.config;

/**
 * Section {@code app}.
 *
 * @param name shown in the title
 * @param version shown in the title; empty when the file has none
 */
public record AppSettings(String name, String version) {

    /** What holds where the configuration says nothing. */
    public static final AppSettings DEFAULT = new AppSettings("IT_RNVR", "");
}
