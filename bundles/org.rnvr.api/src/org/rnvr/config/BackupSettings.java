package org.rnvr.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Section {@code backup}.
 *
 * @param destination folder for copies
 * @param deleteAfterBackup whether originals are deleted after verification
 * @param verification whether copies are verified
 */
public record BackupSettings(Optional<Path> destination, boolean deleteAfterBackup, boolean verification) {

    /** What holds where the configuration says nothing. */
    public static final BackupSettings DEFAULT = new BackupSettings(Optional.empty(), false, true);
}
