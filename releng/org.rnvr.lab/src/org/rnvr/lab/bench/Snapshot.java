package org.rnvr.lab.bench;

/**
 * How things stood at a moment.
 *
 * @param nanos when, as of {@link System#nanoTime()}
 * @param recorder what all processes of the recorder have used
 * @param cameras what the process of all cameras has used
 * @param bytes what the recorder has written into its files
 */
record Snapshot(long nanos, Usage recorder, Usage cameras, long bytes) {}
