package org.rnvr.democamera;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decodes a stream with a player that shares no code with the cameras. */
final class Ffmpeg {

    private static final long SECONDS = 30;
    static final int FPS = 25;
    static final int FRAMES = 2 * FPS;

    private Ffmpeg() {}

    /**
     * What ffmpeg found and decoded until it had two seconds' frames of video.
     *
     * @param steps from each frame of video to the next, in frames
     */
    record Result(int exitCode, Set<String> codecs, List<Integer> steps, int audioFrames, String output) {}

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
                        "-frames:v",
                        Integer.toString(FRAMES),
                        "-shortest",
                        "-f",
                        "framecrc",
                        "-"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("ffmpeg plays " + FRAMES + " frames for more than " + SECONDS + " s");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return new Result(process.exitValue(), codecs(text), steps(text), frames(text, 1), text);
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

    private static List<Integer> steps(String text) {
        Matcher unit = Pattern.compile("#tb 0: (\\d+)/(\\d+)").matcher(text);
        if (!unit.find()) {
            return List.of();
        }
        double frames = FPS * Double.parseDouble(unit.group(1)) / Double.parseDouble(unit.group(2));
        long[] times = text.lines()
                .filter(line -> line.startsWith("0,"))
                .mapToLong(line -> Long.parseLong(line.split(",")[2].strip()))
                .toArray();
        return IntStream.range(1, times.length)
                .mapToObj(index -> (int) Math.round((times[index] - times[index - 1]) * frames))
                .toList();
    }

    private static int frames(String text, int stream) {
        return (int) text.lines().filter(line -> line.startsWith(stream + ",")).count();
    }
}
