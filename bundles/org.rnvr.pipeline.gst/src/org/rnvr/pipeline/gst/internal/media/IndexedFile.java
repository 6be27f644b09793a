package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/** A file that was looked through. */
final class IndexedFile implements VideoFile {

    private final Path path;
    private final MediaIndex index;
    private final int[] shown;
    private final int[] keys;

    private IndexedFile(Path path, MediaIndex index) {
        this.path = path;
        this.index = index;
        SampleTable video = index.video();
        int first = video.keyFrom(0);
        // What comes before the first key frame, or refers to what came before it, cannot be decoded.
        shown = IntStream.range(first, video.count())
                .filter(i -> video.presentation(i) >= video.presentation(first))
                .boxed()
                .sorted((a, b) -> Long.compare(video.presentation(a), video.presentation(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        keys = IntStream.of(shown).filter(video::isKey).toArray();
    }

    /**
     * Looks through a file.
     *
     * @throws IOException if it cannot be read or holds nothing that can be shown
     */
    static IndexedFile of(Path path) throws IOException {
        try (FileBytes in = FileBytes.open(path)) {
            MediaIndex all = MediaIndex.of(in);
            // Sound would be kept in memory for nothing.
            return new IndexedFile(
                    path,
                    new MediaIndex(
                            all.videoFormat(),
                            all.video(),
                            Optional.empty(),
                            new SampleTable(),
                            all.storage(),
                            all.mending()));
        } catch (IOException e) {
            throw FileFailure.of(path, e);
        }
    }

    @Override
    public VideoCodec codec() {
        return index.videoFormat().codec();
    }

    @Override
    public int end() {
        return index.video().count();
    }

    @Override
    public int frames() {
        return shown.length;
    }

    @Override
    public int shown(int rank) {
        return shown[rank];
    }

    @Override
    public int keys() {
        return keys.length;
    }

    @Override
    public int key(int number) {
        return keys[number];
    }

    @Override
    public long presentation(int frame) {
        return index.video().presentation(frame);
    }

    @Override
    public long decoding(int frame) {
        return index.video().decoding(frame);
    }

    @Override
    public boolean isKey(int frame) {
        return index.video().isKey(frame);
    }

    @Override
    public Reader open() throws IOException {
        try {
            return new FileReader(FileBytes.open(path));
        } catch (IOException e) {
            throw FileFailure.of(path, e);
        }
    }

    private final class FileReader implements Reader {

        private final FileBytes in;

        FileReader(FileBytes in) {
            this.in = in;
        }

        @Override
        public byte[] frame(int frame) throws IOException {
            try {
                return index.videoFrame(in, frame);
            } catch (IOException e) {
                throw FileFailure.of(path, e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
