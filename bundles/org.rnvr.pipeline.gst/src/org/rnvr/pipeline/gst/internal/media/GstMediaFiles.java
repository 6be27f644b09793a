package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.Container;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.MediaFacts;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.pipeline.SessionFailure;
import org.rnvr.pipeline.gst.internal.GstRuntime;

/**
 * Reads recorded files itself, since that is what must work after any crash and for any part of a file, and writes and
 * decodes with GStreamer. It keeps nothing between calls.
 */
@Component
public final class GstMediaFiles implements MediaFiles {

    private final GstRuntime runtime;

    /** Made by Declarative Services. */
    @Activate
    public GstMediaFiles(@Reference GstRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public MediaFacts inspect(Path file) throws IOException {
        try (FileBytes in = FileBytes.open(file)) {
            return facts(MediaIndex.of(in), in.size());
        } catch (IOException e) {
            throw FileFailure.of(file, e);
        }
    }

    @Override
    public MediaFacts repair(Path file) throws IOException {
        try {
            MediaIndex index;
            long size;
            try (FileBytes in = FileBytes.open(file)) {
                index = MediaIndex.of(in);
                size = in.size();
            }
            Mending mending = index.mending();
            mending.apply(file, size);
            return facts(index, mending.length());
        } catch (IOException e) {
            throw FileFailure.of(file, e);
        }
    }

    private static MediaFacts facts(MediaIndex index, long bytes) {
        VideoFormat video = index.videoFormat();
        return new MediaFacts(
                video.codec().codecName(),
                video.width(),
                video.height(),
                index.audioFormat().map(AudioFormat::name),
                Duration.ofNanos(index.video().span()),
                index.video().count(),
                bytes);
    }

    @Override
    public List<JoinedFile> join(List<Clip> clips, Path target, Container container, Progress progress)
            throws IOException {
        needGStreamer();
        return Joining.join(clips, target, container, progress);
    }

    @Override
    public byte[] still(Path file, Duration offset) throws IOException {
        needGStreamer();
        try (FileBytes in = FileBytes.open(file)) {
            return new StillPicture(in, MediaIndex.of(in)).at(offset.toNanos());
        } catch (IOException e) {
            throw FileFailure.of(file, e);
        }
    }

    private void needGStreamer() throws IOException {
        Optional<SessionFailure> problem = runtime.problem();
        if (problem.isPresent()) {
            throw new IOException(problem.orElseThrow().text());
        }
    }
}
