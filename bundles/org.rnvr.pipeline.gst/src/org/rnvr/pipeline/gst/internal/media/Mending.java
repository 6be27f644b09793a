package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What brings a file that was cut off to a proper end. All of it is known before anything is written, and after each of
 * its steps the file holds as much as before.
 *
 * @param length of the part that is whole; what follows is taken away
 * @param patches what is written over first
 */
record Mending(long length, List<Patch> patches) {

    /** Bytes at a place in the file. */
    record Patch(long offset, byte[] bytes) {}

    Mending {
        patches = List.copyOf(patches);
    }

    /**
     * Does it, and brings the file onto the disk.
     *
     * @param size of the file when it was looked through
     */
    void apply(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Patch patch : patches) {
                ByteBuffer bytes = ByteBuffer.wrap(patch.bytes());
                while (bytes.hasRemaining()) {
                    channel.write(bytes, patch.offset() + bytes.position());
                }
            }
            if (length < size) {
                channel.truncate(length);
            }
            channel.force(true);
        }
    }
}
