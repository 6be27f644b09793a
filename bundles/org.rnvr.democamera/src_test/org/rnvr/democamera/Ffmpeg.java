package org.rnvr.democamera;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decodes a stream with a player that shares no code with the cameras. */
final class Ffmpeg {

    private static final long SECONDS = 30;

    private Ffmpeg() {}

    /** What ffmpeg found and decoded in two seconds of the stream. */
    record Result(int exitCode, Set<String> codecs, int videoFrames, int audioFrames, String output) {}

    static Result play(URI camera, String transport) throws IOException, InterruptedException {
        Path output = Files.createTempFile("democamera", ".txt");
        Process process = new ProcessBuilder(List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-hide_banner",
                        "-nostats",
                        "-rtsp_transport",
                        transport,
                        "-i",
                        camera.toString(),
                        "-t",
                        "2",
                        "-f",
                        "framecrc",
                        "-"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("ffmpeg plays 2 s for more than " + SECONDS + " s");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return new Result(process.exitValue(), codecs(text), frames(text, 0), frames(text, 1), text);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private static Set<String> codecs(String text) {
        return Pattern.compile("Stream #0:\\d+: (?:Video|Audio): (\\w+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static int frames(String text, int stream) {
        return (int) text.lines().filter(line -> line.startsWith(stream + ",")).count();
    }
}
