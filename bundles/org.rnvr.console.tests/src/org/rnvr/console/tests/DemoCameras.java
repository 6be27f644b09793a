package org.rnvr.console.tests;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Small demo cameras in a process of their own, which can be killed and started again at the same address. */
final class DemoCameras implements AutoCloseable {

    private static final String ADDRESS = ".*rtsp://[^/]*:(\\d+)/.*";

    private final String classPath;
    private final int cameras;
    private Process process;
    private int port;

    /** Starts so many. */
    DemoCameras(BundleContext context, int cameras) throws IOException {
        this.cameras = cameras;
        classPath = Stream.of("org.rnvr.democamera", "com.sun.jna")
                .map(name -> file(context, name))
                .collect(Collectors.joining(File.pathSeparator));
        start();
    }

    private static String file(BundleContext context, String name) {
        Bundle bundle = Arrays.stream(context.getBundles())
                .filter(one -> one.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
        return FileLocator.getBundleFileLocation(bundle)
                .map(File::getAbsolutePath)
                .orElseThrow(() -> new AssertionError("No file holds " + name));
    }

    /** Starts them again where they were. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        "java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "org.rnvr.democamera.Main",
                        "--port",
                        Integer.toString(port),
                        "--cameras",
                        Integer.toString(cameras),
                        "--mode",
                        "clip",
                        "--width",
                        "320",
                        "--height",
                        "180",
                        "--fps",
                        "10",
                        "--gop-seconds",
                        "1",
                        "--bitrate-kbps",
                        "200",
                        "--exit-on-stdin-eof")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            port = Integer.parseInt(line.replaceFirst(ADDRESS, "$1"));
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("The demo cameras did not start");
        }
    }

    /** The address of one of them, from 1. */
    String url(int number) {
        return "rtsp://127.0.0.1:" + port + "/demo" + number;
    }

    /** Ends them at once, without a word. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
