package org.rnvr.recorder.internal;

import org.rnvr.recording.StorageState;

/**
 * What an attempt to write to a recording folder showed.
 *
 * @param state whether it can be written, or why not
 * @param text one sentence for the operator; empty when it can be written
 * @param freeBytes free space, 0 when unknown
 */
record Finding(StorageState state, String text, long freeBytes) {}
