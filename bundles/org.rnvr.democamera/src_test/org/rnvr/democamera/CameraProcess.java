package org.rnvr.democamera;

import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The demo cameras as a child process that is gone when it is closed. */
final class CameraProcess implements AutoCloseable {

    /** Held up for longer than this, a clip begins again instead of catching up. */
    static final double CLIP_HOLE_SECONDS = 3;

    private static final long START_SECONDS = 30;
    private static final List<String> SMALL =
            List.of("--port", "0", "--width", "320", "--height", "240", "--bitrate-kbps", "500", "--exit-on-stdin-eof");

    private final Process process;
    private final BufferedWriter commands;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private CameraProcess(Process process) {
        this.process = process;
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(this::readLines, "camera-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the process; standard error joins standard output. */
    static CameraProcess start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                location(Main.class) + File.pathSeparator + location(Native.class),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new CameraProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts cameras that cost little. */
    static CameraProcess startSmall(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(SMALL);
        arguments.addAll(List.of(options));
        return start(arguments.toArray(String[]::new));
    }

    /** Waits for {@code ready} and returns the cameras' addresses. */
    List<URI> awaitReady() throws InterruptedException {
        List<URI> cameras = new ArrayList<>();
        while (true) {
            String line = nextLine();
            if (line.equals("ready")) {
                return cameras;
            }
            if (!line.startsWith("camera ")) {
                throw new AssertionError("unexpected output: " + line);
            }
            cameras.add(URI.create(line.split(" ")[2]));
        }
    }

    String nextLine() throws InterruptedException {
        String line = lines.poll(START_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("no output in " + START_SECONDS + " s");
        }
        return line;
    }

    /** Sends a command and returns the line that answers it. */
    String command(String command) throws IOException, InterruptedException {
        commands.write(command);
        commands.newLine();
        commands.flush();
        return nextLine();
    }

    void endInput() throws IOException {
        commands.close();
    }

    void terminate() {
        process.destroy();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + START_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private void readLines() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("output ended: " + e.getMessage());
        }
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
