package org.rnvr.recorder.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rnvr.config.Container;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.MediaFacts;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;

/** Takes any file that is not empty for a recording of a second. */
final class PretendedMedia implements MediaFiles {

    @Override
    public MediaFacts inspect(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw new IOException(file + " holds no video");
        }
        return new MediaFacts("h264", 640, 360, Optional.empty(), Duration.ofSeconds(1), 25, bytes);
    }

    @Override
    public MediaFacts repair(Path file) throws IOException {
        return inspect(file);
    }

    @Override
    public List<JoinedFile> join(List<Clip> clips, Path target, Container container, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] still(Path file, Duration offset) {
        throw new UnsupportedOperationException();
    }
}
