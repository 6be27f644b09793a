package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.rnvr.config.BackupSettings;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Segment;

/** A site with a recording folder and a catalog, at nine hours east of Greenwich. */
final class Recorded {

    static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    /** Quarter past ten in the morning there. */
    static final Instant T0 = Instant.parse("2026-03-01T01:15:00Z");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZONE);
    static final Origin ORIGIN = new Origin("0.1.0", "recorder-1");

    final Path root;
    final Path recordings;
    final FakeCatalog catalog = new FakeCatalog();
    BackupSettings backup = new BackupSettings(Optional.empty(), false, true);

    Recorded(Path root) throws IOException {
        this.root = root;
        recordings = Files.createDirectories(root.resolve("recordings"));
    }

    Site site() {
        return new Site(
                recordings, Map.of("cam_1", "현관 Front door", "cam_2", "Yard", "cam_9", "Never recorded"), backup);
    }

    /** A segment of this many seconds from T0 on, closed, with its hash. */
    Segment add(String cameraId, long fromSecond, long toSecond) throws IOException {
        return add(cameraId, fromSecond, toSecond, (cameraId + " from " + fromSecond + " ").repeat(20), true);
    }

    Segment add(String cameraId, long fromSecond, long toSecond, String content, boolean closed) throws IOException {
        Instant start = T0.plusSeconds(fromSecond);
        String name =
                cameraId + "_" + DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").format(start.atZone(ZONE)) + ".mp4";
        String day = DateTimeFormatter.ofPattern("yyyyMMdd").format(start.atZone(ZONE));
        Path file = Files.createDirectories(recordings.resolve(cameraId).resolve(day))
                .resolve(name);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(T0.plusSeconds(toSecond)));
        Segment segment = new Segment(
                catalog.segments.size() + 1L,
                cameraId,
                file,
                start,
                T0.plusSeconds(toSecond),
                Optional.empty(),
                Optional.of(start.minusMillis(250)),
                "h264",
                1920,
                1080,
                bytes.length,
                25 * (toSecond - fromSecond),
                closed ? Optional.of(EndCause.ROTATION) : Optional.empty(),
                closed ? Optional.of(Sha256.of(bytes)) : Optional.empty());
        catalog.segments.add(segment);
        return segment;
    }
}
