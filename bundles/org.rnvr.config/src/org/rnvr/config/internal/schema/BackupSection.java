package org.rnvr.config.internal.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnvr.config.BackupSettings;

/** Section {@code backup}. */
final class BackupSection {

    private static final BackupSettings DEFAULT = BackupSettings.DEFAULT;
    private static final Kind<Optional<String>> FOLDER = new Perhaps<>(new FilePath());

    private static final Key<Optional<String>> DESTINATION = Key.of(
                    "backup.destination_path", FOLDER, DEFAULT.destination().map(Path::toString))
            .formerly("backup.Des_path", FOLDER);
    private static final Key<Boolean> DELETE =
            Key.of("backup.delete_after_backup", new Truth(), DEFAULT.deleteAfterBackup());
    private static final Key<Boolean> VERIFICATION = Key.of("backup.verification", new Truth(), DEFAULT.verification());

    static final List<Key<?>> KEYS = List.of(DESTINATION, DELETE, VERIFICATION);

    private BackupSection() {}

    static BackupSettings read(Values values, Path base) {
        return new BackupSettings(
                values.get(DESTINATION).map(base::resolve).map(Path::normalize),
                values.get(DELETE),
                values.get(VERIFICATION));
    }
}
