package org.rnvr.recorder.internal.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names of folders and files by local time, which is what the people know who ask for a recording. The name of the folder
 * holds the offset from UTC, so that it says one time only; files are named as recordings are.
 */
final class ExportNames {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.pem";
    static final String README = "README.txt";
    static final String SUMS = "SHA256SUMS";

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssxx", Locale.ROOT);
    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    private final ZoneId zone;

    ExportNames(ZoneId zone) {
        this.zone = zone;
    }

    /** Of a range, such as {@code rnvr-export-20260301T191500+0900-20260301T194500+0900}. */
    String folder(Instant from, Instant to) {
        return "rnvr-export-" + FOLDER.format(from.atZone(zone)) + "-" + FOLDER.format(to.atZone(zone));
    }

    /**
     * A file that does not exist yet, such as {@code front_20260301_191500.mp4}.
     *
     * @param folder where it is to be
     * @param start time of its first frame
     * @param extension with the dot
     */
    Path free(Path folder, String cameraId, Instant start, String extension) {
        String name = cameraId + "_" + FILE.format(start.atZone(zone));
        Path file = folder.resolve(name + extension);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "_" + number + extension);
        }
        return file;
    }

    /** The extension of a file with its dot; empty if it has none. */
    static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
