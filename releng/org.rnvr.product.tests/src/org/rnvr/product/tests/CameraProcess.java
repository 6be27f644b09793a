package org.rnvr.product.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The demo camera in a process of its own. */
final class CameraProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private CameraProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on this machine's loopback address. */
    static CameraProcess start(String... options) {
        return start(List.of(), options);
    }

    /** Starts it behind a prefix, for example one that enters a network namespace. */
    static CameraProcess start(List<String> prefix, String... options) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                "java",
                "-cp",
                Product.bundle("org.rnvr.democamera") + ":" + Product.bundle("com.sun.jna"),
                "org.rnvr.democamera.Main",
                "--exit-on-stdin-eof"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new CameraProcess(process, awaitReady(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String url(String camera) {
        return "rtsp://127.0.0.1:" + port + "/" + camera;
    }

    /** Ends it as a power cut would, but for what the kernel does for a process: it closes its connections. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int awaitReady(Process process) {
        CompletableFuture<Integer> port = CompletableFuture.supplyAsync(() -> readPort(process));
        try {
            return port.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        } finally {
            if (port.isCompletedExceptionally()) {
                process.destroyForcibly();
            }
        }
    }

    private static int readPort(Process process) {
        int port = 0;
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    return port;
                }
                port = Integer.parseInt(line.replaceFirst(".*rtsp://[^/]*:(\\d+)/.*", "$1"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The demo camera did not start");
    }
}
