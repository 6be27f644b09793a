package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.rnvr.recorder.internal.hash.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies a file under a hidden name, which becomes its own when all of it is on the disk. */
final class FileCopy {

    private static final Logger LOGGER = LoggerFactory.getLogger(FileCopy.class);
    private static final int BLOCK_BYTES = 1 << 20;

    private final OutputFiles outputs;

    FileCopy(OutputFiles outputs) {
        this.outputs = outputs;
    }

    /**
     * Copies content and time of last modification. Whatever is thrown, nothing is left of the copy.
     *
     * @param source what to copy
     * @param target a file that does not exist, in a folder that does
     * @param verify whether the copy is read back before it gets its name
     * @param passed hears how many bytes were copied, or read back, since it heard last; what it throws ends the copying
     * @return hash of what was read from the source
     * @throws UnreadableSourceException if the source cannot be read
     * @throws DifferentCopyException if the copy is not what was read from the source
     * @throws IOException if the copy cannot be written or read back
     */
    Sha256.Hashed copy(Path source, Path target, boolean verify, LongConsumer passed) throws IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        Files.deleteIfExists(partial); // of a run that was cut off
        try {
            Sha256.Hashed copied = write(source, partial, passed);
            if (verify) {
                Sha256.Hashed found = ReadBack.hash(partial, passed);
                if (!found.equals(copied)) {
                    throw new DifferentCopyException(copied, found);
                }
            }
            Files.move(partial, target); // never over another file
            Durable.folder(target.getParent());
            return copied;
        } finally {
            discard(partial);
        }
    }

    private Sha256.Hashed write(Path source, Path partial, LongConsumer passed) throws IOException {
        Sha256 sha256 = new Sha256();
        long total = 0;
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        try (FileChannel input = open(source);
                OutputFiles.Output output = outputs.create(partial)) {
            while (read(input, block.clear()) >= 0) {
                block.flip();
                int bytes = block.remaining();
                sha256.update(block.duplicate());
                output.write(block);
                total += bytes;
                passed.accept(bytes);
            }
            Files.setLastModifiedTime(partial, Files.getLastModifiedTime(source));
            output.force();
        }
        return new Sha256.Hashed(sha256.hex(), total);
    }

    private static FileChannel open(Path source) throws UnreadableSourceException {
        try {
            return FileChannel.open(source, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UnreadableSourceException(e);
        }
    }

    private static int read(FileChannel input, ByteBuffer block) throws UnreadableSourceException {
        try {
            return input.read(block);
        } catch (IOException e) {
            throw new UnreadableSourceException(e);
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            LOGGER.warn("the unfinished copy {} cannot be taken away: {}", partial, Failure.reason(e));
        }
    }

    /** It is the original that cannot be read. */
    static final class UnreadableSourceException extends IOException {
        private static final long serialVersionUID = 1;

        UnreadableSourceException(IOException cause) {
            super(Failure.reason(cause), cause);
        }
    }

    /** What is read back is not what was written. */
    static final class DifferentCopyException extends IOException {
        private static final long serialVersionUID = 1;

        DifferentCopyException(Sha256.Hashed written, Sha256.Hashed found) {
            super("its copy came back different: " + written.bytes() + " bytes with SHA-256 " + written.sha256()
                    + " were written, " + found.bytes() + " bytes with " + found.sha256() + " found");
        }
    }
}
