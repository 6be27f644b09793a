package org.rnvr.recorder.internal.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the files that copies are written to. */
@FunctionalInterface
public interface OutputFiles {

    /** Files of the operating system. */
    OutputFiles OF_SYSTEM = file -> {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Output() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    };

    /** Makes a file that does not exist yet. */
    Output create(Path file) throws IOException;

    /** A file that is being written. */
    interface Output extends Closeable {

        /** Appends all that remains. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns when all of it is on the disk. */
        void force() throws IOException;
    }
}
