package org.rnvr.lab;

/**
 * An outage that happened, in times of {@link System#nanoTime()}.
 *
 * @param begin when it began
 * @param restored when it was taken back
 * @param until when the view of it ended
 */
public record Outage(long begin, long restored, long until) {}
