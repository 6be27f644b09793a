package org.rnvr.recorder.internal.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.rnvr.config.Container;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.MediaFacts;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;

/** Joins by writing one file after the other. */
final class FakeMedia implements MediaFiles {

    final List<List<Clip>> joined = new ArrayList<>();
    Runnable whileJoining = () -> {};
    boolean failing;
    boolean empty;

    @Override
    public List<JoinedFile> join(List<Clip> clips, Path target, Container container, Progress progress)
            throws IOException {
        joined.add(clips);
        if (empty) {
            return List.of();
        }
        Path file = target.resolveSibling(target.getFileName() + "." + container.extension());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Clip clip : clips) {
            progress.done((double) clips.indexOf(clip) / clips.size());
            bytes.write(Files.readAllBytes(clip.file()));
        }
        Files.write(file, bytes.toByteArray());
        whileJoining.run();
        if (failing) {
            throw new IOException("the disk is full"); // leaves its file behind, which it should not
        }
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
        Clip last = clips.get(clips.size() - 1);
        return List.of(new JoinedFile(file, clips.get(0).from(), last.to(), bytes.size()));
    }

    @Override
    public byte[] still(Path file, Duration offset) {
        return (file.getFileName() + " " + offset).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaFacts inspect(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MediaFacts repair(Path file) {
        throw new UnsupportedOperationException();
    }
}
