package org.rnvr.recorder.internal.volume;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.rnvr.pipeline.SegmentNaming;

/**
 * Names files only on the right volume. A volume that goes away while a file is being named receives nothing in its place:
 * what was made there is taken away again.
 */
public final class GuardedNaming implements SegmentNaming {

    private final SegmentNaming naming;
    private final Volume volume;

    /** @param naming gives files in the folder of the volume */
    public GuardedNaming(SegmentNaming naming, Volume volume) {
        this.naming = naming;
        this.volume = volume;
    }

    @Override
    public Path fileFor(Instant firstFrame) throws IOException {
        volume.require();
        Path file = naming.fileFor(firstFrame);
        try {
            volume.require();
        } catch (IOException e) {
            takeAway(file, e);
            throw e;
        }
        return file;
    }

    private void takeAway(Path file, IOException because) {
        try {
            if (Files.size(file) > 0) {
                return; // it is another's
            }
            Files.delete(file);
            Path above = file.getParent();
            while (above != null && !above.equals(volume.folder()) && above.startsWith(volume.folder())) {
                Files.delete(above);
                above = above.getParent();
            }
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            because.addSuppressed(e); // on the volume that went away, or something else is there
        } catch (IOException e) {
            because.addSuppressed(new IOException("cannot take away " + file, e));
        }
    }
}
