package org.rnvr.pipeline.gst.tests;

import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rnvr.democamera.DemoCameraServer;

/** Demo cameras in a process of their own, so that they can be killed. */
final class CameraProcess implements AutoCloseable {

    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 10;

    private final Process process;
    private final PrintWriter commands;
    private final List<String> urls = new ArrayList<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /** Starts cameras that repeat a small clip with a key frame each second; options of the demo camera override that. */
    CameraProcess(String... options) throws IOException {
        process = new ProcessBuilder(command(options))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        awaitReady();
    }

    static List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Jars.java(),
                "-cp",
                Jars.classPathOf(DemoCameraServer.class, Native.class),
                DemoCameraServer.class.getPackageName() + ".Main",
                "--exit-on-stdin-eof",
                "--mode",
                "clip",
                "--width",
                "320",
                "--height",
                "240",
                "--gop-seconds",
                "1",
                "--bitrate-kbps",
                "500"));
        if (!Arrays.asList(options).contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(Arrays.asList(options));
        return command;
    }

    private void awaitReady() throws IOException {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(ready), "camera-output");
        reader.setDaemon(true);
        reader.start();
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("the demo camera does not start", e);
        }
    }

    private void read(CompletableFuture<Void> ready) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("camera ")) {
                    urls.add(line.split(" ")[2]);
                } else if (line.equals("ready")) {
                    ready.complete(null);
                } else {
                    answers.add(line);
                }
            }
            ready.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
    }

    /** Address of the first camera. */
    String url() {
        return urls.get(0);
    }

    /** Stops a camera's media; RTSP and RTCP go on. Returns when it has done so. */
    void pause(String camera) throws IOException, InterruptedException {
        command("pause " + camera, "paused " + camera);
    }

    /** Lets a camera's media go on. */
    void resume(String camera) throws IOException, InterruptedException {
        command("resume " + camera, "resumed " + camera);
    }

    private void command(String line, String expected) throws IOException, InterruptedException {
        commands.println(line);
        String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (!expected.equals(answer)) {
            throw new IOException("the demo camera answered " + line + " by " + answer);
        }
    }

    /** As a power cut of the camera, but for the network: the machine's kernel still answers. */
    void kill() {
        process.destroyForcibly();
    }

    /** As a camera that hangs: connections stay, and nothing is said on them any more. */
    void freeze() throws IOException {
        int exit = new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .onExit()
                .join()
                .exitValue();
        if (exit != 0) {
            throw new IOException("the demo camera cannot be stopped");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
