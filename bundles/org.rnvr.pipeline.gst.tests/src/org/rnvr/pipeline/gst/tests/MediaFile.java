package org.rnvr.pipeline.gst.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What ffprobe, which shares no code with GStreamer, finds in a file. */
record MediaFile(List<Packet> video, List<Packet> audio, String videoCodec, String audioCodec, double duration) {

    /** One packet. */
    record Packet(double time, boolean key) {}

    static boolean ffprobeIsMissing() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .noneMatch(folder -> Path.of(folder, "ffprobe").toFile().canExecute());
    }

    static MediaFile read(Path file) throws IOException {
        List<Packet> video = new ArrayList<>();
        List<Packet> audio = new ArrayList<>();
        for (String line : run(file, "packet=codec_type,pts_time,flags")) {
            String[] fields = line.split(",");
            Packet packet = new Packet(
                    fields[1].equals("N/A") ? Double.NaN : Double.parseDouble(fields[1]), fields[2].startsWith("K"));
            (fields[0].equals("video") ? video : audio).add(packet);
        }
        String videoCodec = "";
        String audioCodec = "";
        for (String line : run(file, "stream=codec_name,codec_type")) {
            String[] fields = line.split(",");
            if (fields[1].equals("video")) {
                videoCodec = fields[0];
            } else {
                audioCodec = fields[0];
            }
        }
        String duration = run(file, "format=duration").get(0);
        return new MediaFile(
                video,
                audio,
                videoCodec,
                audioCodec,
                duration.equals("N/A") ? Double.NaN : Double.parseDouble(duration));
    }

    private static List<String> run(Path file, String entries) throws IOException {
        Process process = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(file + " cannot be read: " + output);
        }
        return output.lines().filter(line -> !line.isBlank()).distinct().toList();
    }

    /** What a decoder complains of; empty if it is content. */
    static String complaints(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-count_frames",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0",
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.onExit().join().exitValue();
        return exit == 0 ? complaints : complaints + "exit " + exit;
    }

    double firstTime() {
        return video.get(0).time();
    }
}
