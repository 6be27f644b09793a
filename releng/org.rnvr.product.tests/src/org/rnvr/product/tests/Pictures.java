package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.rnvr.lab.fixture.Command;

/** What is to be seen in recorded files: the hash of every decoded picture, whatever the container does to its bytes. */
final class Pictures {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Pictures() {}

    /** Those of files, one after the other. */
    static List<String> of(List<Path> files) {
        return files.stream().flatMap(file -> of(file).stream()).toList();
    }

    /** Those of a file, which must decode without complaint. */
    static List<String> of(Path file) {
        Command hashed = Command.run(
                LIMIT,
                List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-xerror",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v",
                        "-fps_mode",
                        "passthrough",
                        "-f",
                        "framehash",
                        "-hash",
                        "md5",
                        "-"));
        assertEquals(0, hashed.exitCode(), file + ": " + hashed.output());
        return hashed.output()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    /** Holds that some pictures are others from one of those to another, with none missing and none more. */
    static void assertPartOf(List<String> whole, List<String> part) {
        assertTrue(
                Collections.indexOfSubList(whole, part) >= 0,
                () -> part.size() + " pictures are not as they follow each other in the " + whole.size()
                        + " they should come from");
    }

    /** Holds that pictures are those of a clip played again and again, with none missing and none more. */
    static void assertRepeats(List<String> pictures, int clip) {
        List<String> first = pictures.subList(0, Math.min(clip, pictures.size()));
        assertEquals(first.size(), first.stream().distinct().count(), "different pictures of a clip");
        for (int i = clip; i < pictures.size(); i++) {
            assertEquals(pictures.get(i - clip), pictures.get(i), "picture " + i + " of " + pictures.size());
        }
    }
}
