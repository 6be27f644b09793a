package org.rnvr.recorder.internal.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/**
 * What an export says of itself.
 *
 * @param origin who made it
 * @param exportedAt when
 * @param zone zone of the local times
 * @param from beginning of what was asked for
 * @param to its end
 * @param note what the person who exported wanted to say
 * @param cameras what there is of each camera
 * @param others files beside the videos
 * @param problems what a reader should know, one sentence each
 */
record ExportManifest(
        Origin origin,
        Instant exportedAt,
        ZoneId zone,
        Instant from,
        Instant to,
        String note,
        List<Camera> cameras,
        List<Listed> others,
        List<String> problems) {

    ExportManifest {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(exportedAt);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(note);
        cameras = List.copyOf(cameras);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    /**
     * A file of the export.
     *
     * @param name its name
     * @param content its hash and size
     */
    record Listed(String name, Sha256.Hashed content) {}

    /**
     * A video file of the export.
     *
     * @param file the file
     * @param start time of its first frame
     * @param end time of its last frame
     * @param frames number of its frames
     */
    record Video(Listed file, Instant start, Instant end, long frames) {}

    /**
     * A recorded file that it was made of.
     *
     * @param segment what the catalog knows of it
     * @param path as seen from the recording folder
     * @param content its hash and size now; of one that is being written, those of what was there
     */
    record Source(Segment segment, String path, Sha256.Hashed content) {

        /** Whether it is what it was when it was closed; empty if nobody knows. */
        Optional<Boolean> unchanged() {
            return segment.isOpen() ? Optional.empty() : segment.sha256().map(content.sha256()::equals);
        }
    }

    /**
     * What there is of one camera.
     *
     * @param id the camera
     * @param name its name for people
     * @param videos its files
     * @param sources what they were made of
     * @param gaps what is not recorded of the range, by time
     */
    record Camera(String id, String name, List<Video> videos, List<Source> sources, List<RecordedGap> gaps) {
        Camera {
            videos = List.copyOf(videos);
            sources = List.copyOf(sources);
            gaps = List.copyOf(gaps);
        }
    }
}
