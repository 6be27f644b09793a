package org.rnvr.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code recording}.
 *
 * @param container file format
 * @param rotation length of a file
 * @param codecHint codec that the site expects, {@code h264} or {@code h265}; what is recorded follows the stream
 * @param fragment the most that a power cut may cost, beside one group of pictures
 * @param preRoll how much of what came before a recording is started belongs to it
 * @param hashSegments whether the SHA-256 of each finished file is kept in the catalog
 */
public record RecordingSettings(
        Container container,
        Duration rotation,
        Optional<String> codecHint,
        Duration fragment,
        Duration preRoll,
        boolean hashSegments) {

    /** What holds where the configuration says nothing. */
    public static final RecordingSettings DEFAULT = new RecordingSettings(
            Container.MP4,
            Duration.ofMinutes(10),
            Optional.empty(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            true);

    /** The same in files of another format. */
    public RecordingSettings with(Container other) {
        return new RecordingSettings(other, rotation, codecHint, fragment, preRoll, hashSegments);
    }
}
