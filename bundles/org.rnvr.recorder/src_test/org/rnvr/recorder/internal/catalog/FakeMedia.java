package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rnvr.config.Container;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.MediaFacts;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;

/** Files that hold nothing but a line of text: {@code video SECONDS}; with {@code cut} behind it, one to be mended. */
final class FakeMedia implements MediaFiles {

    private static final String CUT = " cut";

    final Queue<Path> repaired = new ConcurrentLinkedQueue<>();

    static void write(Path file, long seconds) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "video " + seconds);
    }

    static void writeCut(Path file, long seconds) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "video " + seconds + CUT);
    }

    @Override
    public MediaFacts inspect(Path file) throws IOException {
        String text = Files.readString(file);
        if (!text.startsWith("video ")) {
            throw new IOException(file + " holds no video");
        }
        long seconds = Long.parseLong(text.replace(CUT, "").substring("video ".length()));
        return new MediaFacts(
                "h264", 640, 360, Optional.empty(), Duration.ofSeconds(seconds), seconds * 25, Files.size(file));
    }

    @Override
    public MediaFacts repair(Path file) throws IOException {
        repaired.add(file);
        MediaFacts facts = inspect(file);
        String text = Files.readString(file);
        if (text.endsWith(CUT)) {
            Files.writeString(file, text.replace(CUT, ""));
        }
        return new MediaFacts(
                facts.videoCodec(),
                facts.width(),
                facts.height(),
                facts.audioCodec(),
                facts.length(),
                facts.frames(),
                Files.size(file));
    }

    @Override
    public List<JoinedFile> join(List<Clip> clips, Path target, Container container, Progress progress) {
        throw new UnsupportedOperationException("the catalog joins nothing");
    }

    @Override
    public byte[] still(Path file, Duration offset) {
        throw new UnsupportedOperationException("the catalog shows nothing");
    }
}
