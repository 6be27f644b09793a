package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.rnvr.media.MediaFacts;
import org.rnvr.media.MediaFiles;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.Segment;

/**
 * Makes the entry of a file that the catalog does not know as finished: mends it if a crash cut it off, and takes what it
 * holds from itself and when from what was known of it while it was written, or else from its name.
 */
final class FileEntry {

    private final MediaFiles media;
    private final ZoneId zone;

    FileEntry(MediaFiles media, ZoneId zone) {
        this.media = media;
        this.zone = zone;
    }

    /**
     * Mends and looks into a file.
     *
     * @param file the file
     * @param name what its name tells; not needed if more is known
     * @param known what was known of it while it was written
     * @param cutOff why it ended, in that case
     * @param modified when it was last written
     * @throws UnreadableFileException if it holds nothing that can be played
     * @throws IOException if it cannot be read, as when its volume is away
     */
    Segment enter(Path file, Optional<RecordedName> name, Optional<OpenFile> known, EndCause cutOff, Instant modified)
            throws IOException {
        MediaFacts facts = mend(file);
        Instant start =
                known.map(OpenFile::start).orElseGet(() -> name.orElseThrow().start(zone, facts.length(), modified));
        return new Segment(
                0,
                known.map(OpenFile::cameraId).orElseGet(() -> name.orElseThrow().cameraId()),
                file,
                start,
                start.plus(facts.length()),
                known.map(open -> new MonotonicSpan(
                        open.boot(),
                        open.startNanos(),
                        open.startNanos() + facts.length().toNanos())),
                Optional.empty(),
                facts.videoCodec(),
                facts.width(),
                facts.height(),
                Files.size(file),
                facts.frames(),
                Optional.of(known.isPresent() ? cutOff : EndCause.UNKNOWN),
                Optional.empty());
    }

    private MediaFacts mend(Path file) throws IOException {
        try {
            return media.repair(file);
        } catch (IOException e) {
            readEnds(file);
            throw new UnreadableFileException(e);
        }
    }

    /** Fails if it is the disk that fails. */
    private static void readEnds(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.read(ByteBuffer.allocate(1));
            channel.position(Math.max(0, channel.size() - 1));
            channel.read(ByteBuffer.allocate(1));
        }
    }
}
