package org.rnvr.recording;

import java.util.List;

/**
 * What became of chosen segments.
 *
 * @param done how many were copied, or deleted
 * @param already how many were there from an earlier, interrupted run
 * @param bytes size of those that were done
 * @param problems what did not go well, one sentence each, beginning with the file
 */
public record TransferResult(int done, int already, long bytes, List<String> problems) {
    public TransferResult {
        problems = List.copyOf(problems);
    }
}
