package org.rnvr.config;

/**
 * Section {@code app}.
 *
 * @param name shown in the title
 * @param version shown in the title; empty when the file has none
 */
public record AppSettings(String name, String version) {}
