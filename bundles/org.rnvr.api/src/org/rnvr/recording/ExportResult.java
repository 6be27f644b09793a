package org.rnvr.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.rnvr.media.JoinedFile;

/**
 * What was exported.
 *
 * @param folder holds the files, {@code manifest.json}, its signature {@code manifest.sig} and the key {@code public-key.pem}
 * @param files the video files
 * @param problems what whoever relies on it should know, one sentence each, beginning with the file or camera; also in the
 *     manifest
 */
public record ExportResult(Path folder, List<JoinedFile> files, List<String> problems) {
    public ExportResult {
        Objects.requireNonNull(folder);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
