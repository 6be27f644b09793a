package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies a range of cameras into a signed folder. */
final class Exporter {

    private static final Logger LOGGER = LoggerFactory.getLogger(Exporter.class);

    /** For what comes beside the video. */
    private static final long RESERVE_BYTES = 16L << 20;

    private final RecordingCatalog catalog;
    private final MediaFiles media;
    private final Supplier<Site> site;
    private final KeyFolder keys;
    private final Origin origin;
    private final Clock clock;
    private final FreeSpace freeSpace;

    /**
     * With what it needs.
     *
     * @param clock its zone is that of the names
     */
    Exporter(
            RecordingCatalog catalog,
            MediaFiles media,
            Supplier<Site> site,
            KeyFolder keys,
            Origin origin,
            Clock clock,
            FreeSpace freeSpace) {
        this.catalog = catalog;
        this.media = media;
        this.site = site;
        this.keys = keys;
        this.origin = origin;
        this.clock = clock;
        this.freeSpace = freeSpace;
    }

    ExportResult export(ExportRequest request, Progress progress) throws IOException {
        Site present = site.get();
        List<String> cameraIds = request.cameraIds().stream().distinct().toList();
        new KnownCameras(catalog).require(cameraIds, present);
        Destination destination = Destination.of(request.destination(), "the export destination");
        destination.requireOutside(present.recordings());
        SigningKey key = keys.signingKey();
        List<Chosen> cameras = choose(cameraIds, request);
        long sourceBytes = cameras.stream()
                .flatMap(camera -> camera.segments().stream())
                .mapToLong(Segment::bytes)
                .sum();
        requireSpace(destination.folder(), sourceBytes);

        ExportNames names = new ExportNames(clock.getZone());
        ExportFolder folder = ExportFolder.begin(destination.folder(), names.folder(request.from(), request.to()));
        try {
            // Joined once, and what came of it read once.
            ByteProgress work = new ByteProgress(progress, 2 * sourceBytes);
            Contents contents = new Contents(folder.partial(), names, present, work, request);
            contents.addVideos(cameras);
            work.check();
            contents.sign(key);
            Path finished = folder.finish();
            LOGGER.info("{} exported from {} to {} to {}", cameraIds, request.from(), request.to(), finished);
            work.reached(2 * sourceBytes);
            return contents.result(finished);
        } catch (IOException | RuntimeException e) {
            discard(folder, e);
            throw e;
        }
    }

    private static void discard(ExportFolder folder, Exception cause) {
        try {
            folder.discard();
        } catch (IOException e) {
            LOGGER.warn("{} cannot be taken away: {}", folder.partial(), Failure.reason(e));
            cause.addSuppressed(e);
        }
    }

    private List<Chosen> choose(List<String> cameraIds, ExportRequest request) throws IOException {
        List<Chosen> chosen = new ArrayList<>();
        for (String cameraId : cameraIds) {
            List<Segment> segments = catalog.segments(cameraId, request.from(), request.to()).stream()
                    .filter(segment -> segment.start().isBefore(request.to())
                            && !segment.end().isBefore(request.from()))
                    .toList();
            chosen.add(new Chosen(cameraId, segments));
        }
        if (chosen.stream().allMatch(camera -> camera.segments().isEmpty())) {
            throw new IOException("nothing is recorded of " + String.join(", ", cameraIds) + " between "
                    + request.from() + " and " + request.to());
        }
        return chosen;
    }

    private void requireSpace(Path folder, long sourceBytes) throws IOException {
        long needed = sourceBytes + RESERVE_BYTES;
        long free = freeSpace.bytes(folder);
        if (free < needed) {
            throw new IOException("the export may take " + needed + " bytes, and " + folder + " has room for " + free
                    + "; choose another destination or a shorter range");
        }
    }

    /** What is asked for of one camera. */
    private record Chosen(String cameraId, List<Segment> segments) {}

    /** What comes into the folder. */
    private final class Contents {

        private final Path folder;
        private final ExportNames names;
        private final Site present;
        private final ByteProgress work;
        private final ExportRequest request;
        private final Instant exportedAt = clock.instant();
        private final List<ExportManifest.Camera> cameras = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Contents(Path folder, ExportNames names, Site present, ByteProgress work, ExportRequest request) {
            this.folder = folder;
            this.names = names;
            this.present = present;
            this.work = work;
            this.request = request;
        }

        void addVideos(List<Chosen> chosen) throws IOException {
            try (SourceHashes hashing = new SourceHashes()) {
                for (Chosen camera : chosen) {
                    work.check();
                    Future<List<Sha256.Hashed>> hashes = hashing.begin(camera.segments());
                    List<ExportManifest.Video> videos = videos(camera);
                    List<ExportManifest.Source> sources = sources(camera, SourceHashes.await(hashes));
                    String name = present.nameOf(camera.cameraId());
                    cameras.add(new ExportManifest.Camera(camera.cameraId(), name, videos, sources, gaps(camera)));
                }
            }
            if (cameras.stream().allMatch(camera -> camera.videos().isEmpty())) {
                throw new IOException("no frame is recorded between " + request.from() + " and " + request.to());
            }
        }

        private List<ExportManifest.Video> videos(Chosen camera) throws IOException {
            List<List<Clip>> runs = ClipPlan.of(camera.segments(), request.from(), request.to());
            if (runs.size() > 1) {
                problem(camera.cameraId() + ": recordings overlap in time, as they do when the clock was set back; they"
                        + " are in files of their own");
            }
            long bytes = camera.segments().stream().mapToLong(Segment::bytes).sum();
            List<ExportManifest.Video> videos = new ArrayList<>();
            for (List<Clip> run : runs) {
                long share = bytes / runs.size();
                for (JoinedFile joined :
                        media.join(run, folder.resolve("joining"), request.container(), work.part(share))) {
                    videos.add(video(camera.cameraId(), joined));
                }
                work.passed(share);
            }
            return videos;
        }

        /** Its time is known only after it was made, and so is its name. */
        private ExportManifest.Video video(String cameraId, JoinedFile joined) throws IOException {
            Path file = names.free(folder, cameraId, joined.start(), ExportNames.extension(joined.file()));
            Files.move(joined.file(), file);
            Sha256.Hashed hashed = Sha256.of(file, Long.MAX_VALUE, work::passed);
            return new ExportManifest.Video(
                    new ExportManifest.Listed(file.getFileName().toString(), hashed),
                    joined.start(),
                    joined.end(),
                    joined.frames());
        }

        private List<ExportManifest.Source> sources(Chosen camera, List<Sha256.Hashed> hashes) {
            List<ExportManifest.Source> sources = new ArrayList<>();
            for (int i = 0; i < hashes.size(); i++) {
                Segment segment = camera.segments().get(i);
                String path = present.relative(segment.file()).toString();
                ExportManifest.Source source = new ExportManifest.Source(segment, path, hashes.get(i));
                if (!source.unchanged().orElse(true)) {
                    problem(path + ": changed since it was recorded: its SHA-256 was "
                            + segment.sha256().orElseThrow() + " and is "
                            + source.content().sha256());
                }
                sources.add(source);
            }
            return sources;
        }

        private List<RecordedGap> gaps(Chosen camera) throws IOException {
            Instant end = request.to().isBefore(exportedAt) ? request.to() : exportedAt;
            return Holes.of(
                    camera.cameraId(),
                    camera.segments(),
                    catalog.gaps(camera.cameraId(), request.from(), request.to()),
                    request.from(),
                    end);
        }

        void sign(SigningKey key) throws IOException {
            List<ExportManifest.Listed> listed = new ArrayList<>();
            cameras.forEach(camera -> camera.videos().forEach(video -> listed.add(video.file())));
            List<ExportManifest.Listed> others = new ArrayList<>();
            others.add(add(ExportNames.KEY, key.verifyingKey().pem()));
            others.add(add(ExportNames.README, Readme.of(origin, key.verifyingKey())));
            listed.addAll(others);
            StringBuilder sums = new StringBuilder();
            listed.forEach(file -> sums.append(file.content().sha256() + "  " + file.name() + "\n"));
            others.add(add(ExportNames.SUMS, sums.toString().getBytes(StandardCharsets.UTF_8)));
            byte[] manifest = ManifestJson.write(new ExportManifest(
                    origin,
                    exportedAt,
                    clock.getZone(),
                    request.from(),
                    request.to(),
                    request.note(),
                    cameras,
                    others,
                    problems));
            add(ExportNames.MANIFEST, manifest);
            add(ExportNames.SIGNATURE, key.sign(manifest));
        }

        private ExportManifest.Listed add(String name, byte[] content) throws IOException {
            Durable.create(folder.resolve(name), content);
            return new ExportManifest.Listed(name, new Sha256.Hashed(Sha256.of(content), content.length));
        }

        ExportResult result(Path finished) {
            List<JoinedFile> files = new ArrayList<>();
            for (ExportManifest.Camera camera : cameras) {
                for (ExportManifest.Video video : camera.videos()) {
                    Path file = finished.resolve(video.file().name());
                    files.add(new JoinedFile(file, video.start(), video.end(), video.frames()));
                }
            }
            return new ExportResult(finished, files, problems);
        }

        private void problem(String sentence) {
            LOGGER.warn("export: {}", sentence);
            problems.add(sentence);
        }
    }
}
