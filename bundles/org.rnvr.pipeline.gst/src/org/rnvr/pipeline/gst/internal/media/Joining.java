package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.rnvr.config.Container;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.Progress;

/** Joins parts of files: looks through all of them first, so that each new file knows its tracks when it begins. */
final class Joining {

    private final Path target;
    private final Container container;
    private final Progress progress;
    private final Instant origin;
    private final List<JoinedFile> made = new ArrayList<>();
    private long framesInAll;
    private long framesDone;

    Joining(List<Clip> clips, Path target, Container container, Progress progress) {
        this.target = target;
        this.container = container;
        this.progress = progress;
        this.origin = clips.get(0).start();
    }

    static List<JoinedFile> join(List<Clip> clips, Path target, Container container, Progress progress)
            throws IOException {
        if (clips.isEmpty()) {
            return List.of();
        }
        Joining joining = new Joining(clips, target, container, progress);
        boolean done = false;
        try {
            joining.write(joining.plan(clips));
            progress.done(1);
            done = true;
            return List.copyOf(joining.made);
        } finally {
            if (!done) {
                joining.delete();
            }
        }
    }

    private void delete() throws IOException {
        for (JoinedFile file : made) {
            Files.deleteIfExists(file.file());
        }
    }

    private List<Part> plan(List<Clip> clips) throws IOException {
        Cutting cutting = new Cutting(origin);
        List<Part> parts = new ArrayList<>();
        for (Clip clip : clips) {
            checkCancelled();
            try (FileBytes in = FileBytes.open(clip.file())) {
                cutting.cut(clip, MediaIndex.of(in)).ifPresent(parts::add);
            } catch (IOException e) {
                throw FileFailure.of(clip.file(), e);
            }
        }
        framesInAll = parts.stream().mapToLong(part -> part.video().count()).sum();
        return parts;
    }

    private void write(List<Part> parts) throws IOException {
        int from = 0;
        while (from < parts.size()) {
            VideoFormat format = parts.get(from).videoFormat();
            int to = from + 1;
            while (to < parts.size() && parts.get(to).videoFormat().fits(format)) {
                to++;
            }
            made.add(write(parts.subList(from, to), next()));
            from = to;
        }
    }

    private Path next() {
        String suffix = made.isEmpty() ? "" : "_" + (made.size() + 1);
        return target.resolveSibling(target.getFileName() + suffix + "." + container.extension());
    }

    private JoinedFile write(List<Part> parts, Path path) throws IOException {
        Part first = parts.get(0);
        Optional<AudioFormat> sound = parts.stream()
                .flatMap(part -> part.audioFormat().stream())
                .filter(format -> format.caps().isPresent())
                .findFirst();
        long frames = 0;
        try (MuxedFile file = MuxedFile.begin(path, container, first.videoFormat(), sound)) {
            PartCopy copy = new PartCopy(file, first.start(), sound, this::step);
            for (Part part : parts) {
                try {
                    frames += copy.copy(part);
                } catch (IOException e) {
                    throw FileFailure.of(part.file(), e);
                }
            }
            file.finish();
        } catch (IOException e) {
            throw e instanceof FileFailure ? e : FileFailure.of(path, e);
        }
        return new JoinedFile(
                path,
                origin.plusNanos(first.start()),
                origin.plusNanos(parts.get(parts.size() - 1).end()),
                frames);
    }

    private void step() {
        checkCancelled();
        framesDone++;
        progress.done(Math.min(1, framesDone / (double) framesInAll));
    }

    private void checkCancelled() {
        if (progress.isCancelled()) {
            throw new CancellationException(target + " is not made");
        }
    }
}
