package org.rnvr.recorder.internal.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** Something to be written into the catalog. */
sealed interface Change {

    /** The camera whose footage it changes. */
    String cameraId();

    /** The file it is about; empty if it is about none. */
    Optional<Path> file();

    /**
     * Writes it.
     *
     * @param tables where to
     * @param name of the file in the catalog; empty if it is about none
     * @return the gap that a crash left and that ends with this change
     */
    Optional<RecordedGap> apply(Tables tables, String name) throws SQLException;

    /** A file is being written. */
    record Opened(OpenFile open) implements Change {
        @Override
        public String cameraId() {
            return open.cameraId();
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(open.file());
        }

        @Override
        public Optional<RecordedGap> apply(Tables tables, String name) throws SQLException {
            tables.addOpen(name, open);
            Optional<RecordedGap> gap = tables.takeCrashEnd(cameraId())
                    .map(end -> new RecordedGap(cameraId(), end, open.start(), Catalog.CRASH));
            if (gap.isPresent()) {
                tables.add(gap.get());
            }
            return gap;
        }
    }

    /** A file is finished and on the disk. */
    record Closed(Segment segment) implements Change {
        @Override
        public String cameraId() {
            return segment.cameraId();
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(segment.file());
        }

        @Override
        public Optional<RecordedGap> apply(Tables tables, String name) throws SQLException {
            tables.add(name, segment);
            return Optional.empty();
        }
    }

    /** A time was not recorded. */
    record Missed(RecordedGap gap) implements Change {
        @Override
        public String cameraId() {
            return gap.cameraId();
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedGap> apply(Tables tables, String name) throws SQLException {
            tables.add(gap);
            return Optional.empty();
        }
    }

    /** The hash of a finished file is known. */
    record Hashed(String cameraId, Path of, String sha256) implements Change {
        @Override
        public Optional<Path> file() {
            return Optional.of(of);
        }

        @Override
        public Optional<RecordedGap> apply(Tables tables, String name) throws SQLException {
            tables.hash(name, sha256);
            return Optional.empty();
        }
    }

    /** A file was deleted, or nothing was written to it. */
    record Deleted(String cameraId, Path of) implements Change {
        @Override
        public Optional<Path> file() {
            return Optional.of(of);
        }

        @Override
        public Optional<RecordedGap> apply(Tables tables, String name) throws SQLException {
            tables.remove(name);
            tables.removeOpen(name);
            return Optional.empty();
        }
    }
}
