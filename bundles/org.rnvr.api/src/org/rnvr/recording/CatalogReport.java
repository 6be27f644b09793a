package org.rnvr.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a comparison of the catalog with the files showed.
 *
 * @param segments how many were compared
 * @param missing files that the catalog knows and the volume does not have; they are no longer in the catalog
 * @param changed files whose size or hash is not the one of the catalog
 * @param entered files that the catalog did not know, or knew as open, and that were entered, mended where need be
 * @param unreadable files that look like recordings and hold nothing that can be played; they were left alone
 * @param took how long it took
 */
public record CatalogReport(
        long segments,
        List<Path> missing,
        List<Path> changed,
        List<Path> entered,
        List<Path> unreadable,
        Duration took) {
    public CatalogReport {
        missing = List.copyOf(missing);
        changed = List.copyOf(changed);
        entered = List.copyOf(entered);
        unreadable = List.copyOf(unreadable);
        Objects.requireNonNull(took);
    }

    /** Whether catalog and files were of one mind. */
    public boolean isClean() {
        return missing.isEmpty() && changed.isEmpty() && entered.isEmpty() && unreadable.isEmpty();
    }
}
