package org.rnvr.recorder.internal.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.recording.TransferResult;

/** Counts what becomes of segments. Confined to one thread. */
final class Tally {

    private final List<String> problems = new ArrayList<>();
    private int done;
    private int already;
    private long bytes;

    void done(long ofBytes) {
        done++;
        bytes += ofBytes;
    }

    void already() {
        already++;
    }

    void problem(Path file, String sentence) {
        problems.add(file + ": " + sentence);
    }

    TransferResult result() {
        return new TransferResult(done, already, bytes, problems);
    }
}
