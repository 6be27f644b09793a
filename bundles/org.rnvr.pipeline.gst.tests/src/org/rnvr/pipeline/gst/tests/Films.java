package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes recordings of a moving test picture: coded by ffmpeg, put into files by the muxers that RNVR records with. */
final class Films {

    static final int SECONDS = 8;
    static final int FRAMES_PER_SECOND = 25;

    private final Path folder;

    Films(Path folder) {
        this.folder = folder;
    }

    static boolean toolsAreMissing() {
        return List.of("ffmpeg", "ffprobe", "gst-launch-1.0").stream()
                .anyMatch(tool -> Arrays.stream(System.getenv("PATH").split(":"))
                        .noneMatch(path -> Path.of(path, tool).toFile().canExecute()));
    }

    /**
     * What is filmed.
     *
     * @param codec h264 or h265
     * @param bFrames frames between others that refer to later ones
     * @param audio whether there is sound
     * @param size of the picture
     * @param source of ffmpeg's lavfi, and filters after it
     */
    record Film(String codec, int bFrames, boolean audio, String size, String source) {

        static Film of(String codec) {
            return new Film(codec, 0, true, "320x240", "testsrc2");
        }

        Film silent() {
            return new Film(codec, bFrames, false, size, source);
        }

        Film sized(String other) {
            return new Film(codec, bFrames, audio, other, source);
        }

        Film withBFrames() {
            return new Film(codec, 2, audio, size, source);
        }

        /** The source and its filters with size, rate and length. */
        String input() {
            String[] parts = source.split(",", 2);
            String filters = parts.length > 1 ? "," + parts[1] : "";
            String separator = parts[0].contains("=") ? ":" : "=";
            return parts[0] + separator + "s=" + size + ":r=" + FRAMES_PER_SECOND + ":d=" + SECONDS + filters;
        }

        Film showing(String other) {
            return new Film(codec, bFrames, audio, size, other);
        }
    }

    /** A file that ends as a recording does. */
    Path make(Film film, String extension) throws IOException {
        String name = film.codec()
                + film.bFrames()
                + film.audio()
                + film.size()
                + Integer.toHexString(film.source().hashCode());
        Path coded = folder.resolve(name + "-source.mp4");
        if (Files.notExists(coded)) {
            code(film, coded);
        }
        Path file = folder.resolve(name + "." + extension);
        if (Files.exists(file)) {
            return file;
        }
        Path made = folder.resolve("new-" + file.getFileName());
        boolean transport = extension.equals("ts");
        List<String> command = new ArrayList<>(List.of("gst-launch-1.0", "-q", "filesrc", "location=" + coded, "!"));
        command.addAll(List.of("qtdemux", "name=d", "d.video_0", "!", "queue", "!"));
        command.add(film.codec() + "parse");
        if (transport) {
            command.add("config-interval=-1");
        }
        command.add("!");
        command.add(transport ? "mux.sink_65" : "mux.video_0");
        switch (extension) {
            case "mp4" -> command.addAll(List.of("mp4mux", "name=mux", "fragment-duration=500"));
            case "mkv" -> command.addAll(List.of("matroskamux", "name=mux"));
            default -> command.addAll(List.of("mpegtsmux", "name=mux"));
        }
        command.addAll(List.of("!", "filesink", "location=" + made));
        if (film.audio()) {
            command.addAll(List.of("d.audio_0", "!", "queue", "!", "aacparse", "!"));
            command.add(transport ? "mux.sink_66" : "mux.audio_0");
        }
        run(command);
        // Under its name it is whole: whoever plays it already never meets half of it.
        return Files.move(made, file);
    }

    private static void code(Film film, Path coded) throws IOException {
        // Coding takes all that the machine has, and must not make the streams of other tests late.
        List<String> command =
                new ArrayList<>(List.of("nice", "-n", "19", "ffmpeg", "-v", "error", "-f", "lavfi", "-i"));
        command.add(film.input());
        if (film.audio()) {
            command.addAll(List.of("-f", "lavfi", "-i", "sine=d=" + SECONDS, "-c:a", "aac"));
        }
        if (film.codec().equals("h264")) {
            command.addAll(List.of("-c:v", "libx264", "-g", "25", "-bf", Integer.toString(film.bFrames())));
        } else {
            command.addAll(List.of(
                    "-c:v",
                    "libx265",
                    "-x265-params",
                    "keyint=25:bframes=" + film.bFrames() + ":open-gop=0:log-level=none",
                    "-tag:v",
                    "hvc1"));
        }
        command.addAll(List.of("-preset", "ultrafast", "-b:v", "400k", "-pix_fmt", "yuv420p", coded.toString()));
        run(command);
    }

    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), () -> String.join(" ", command) + ": " + output);
    }
}
