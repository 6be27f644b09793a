package org.rnvr.console.internal.model;

import java.util.Locale;

/** A sign that stands beside words. No two share a shape, so that colour is never all that tells them apart. */
public enum Symbol {
    LIVE,
    CONNECTING,
    SUSPECT,
    STALLED,
    LOST,
    RECONNECTING,
    OFFLINE,
    OFF,
    DISABLED,
    UNKNOWN,
    ERROR,
    NOTE,
    RECORDING,
    RECORDING_WAITING,
    RECORDING_FAILED,
    RECORDING_SCHEDULED,
    RECORDING_PAUSED,
    RECORDING_OFF,
    ALERT,
    CPU,
    MEMORY,
    TEMPERATURE,
    DISK,
    DISK_LOW,
    DISK_FAILED,
    STORAGE,
    STORAGE_LOW,
    STORAGE_FULL,
    STORAGE_MISSING,
    STARTED,
    ENDED,
    CHANGED,
    GAP,
    FILE,
    DELETED,
    ADDED,
    REMOVED,
    PLAYED,
    DONE,
    EMPTY;

    /** Path of its image in the bundle. */
    public String path() {
        return "icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
