package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.freedesktop.gstreamer.Gst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.PipelineFactory;
import org.slf4j.LoggerFactory;

/** A machine that lacks something says what. */
@Timeout(120)
class MachineTest {

    @TempDir
    private Path folder;

    @Test
    void withoutGStreamer() throws Exception {
        List<String> output =
                run(List.of("-Dgstreamer.GstNative.nameFormats=%s-absent"), Map.of(), "rtsp://127.0.0.1/", "view");
        assertEquals(FailureKind.FRAMEWORK_MISSING.name(), output.get(0));
        assertTrue(output.get(1).startsWith("GStreamer is not installed"), output.get(1));
        assertEquals(output.get(1), output.get(2), "views say the same");
    }

    @Test
    void withoutTheElementForRtsp() throws Exception {
        List<String> output = run(List.of(), onlyPlugins("coreelements"), "rtsp://127.0.0.1/");
        assertEquals(FailureKind.ELEMENT_MISSING.name(), output.get(0));
        assertEquals(
                "The GStreamer element rtspsrc is not installed; it is in the Debian package"
                        + " gstreamer1.0-plugins-good.",
                output.get(1));
    }

    @Test
    void withoutTheParser() throws Exception {
        try (CameraProcess server = new CameraProcess()) {
            List<String> output = run(
                    List.of(),
                    onlyPlugins("coreelements", "rtsp", "rtp", "rtpmanager", "udp", "tcp", "app"),
                    server.url());
            assertEquals(FailureKind.ELEMENT_MISSING.name(), output.get(0));
            assertTrue(output.get(1).contains("h264parse"), output.get(1));
            assertTrue(output.get(1).contains("gstreamer1.0-plugins-bad"), output.get(1));
        }
    }

    private Map<String, String> onlyPlugins(String... names) throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path installed = Path.of(new String(
                        new ProcessBuilder("sh", "-c", "dirname \"$(find /usr/lib -name libgstcoreelements.so)\"")
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .strip());
        for (String name : names) {
            Path file = Path.of("libgst" + name + ".so");
            Files.createSymbolicLink(plugins.resolve(file), installed.resolve(file));
        }
        return Map.of(
                "GST_PLUGIN_SYSTEM_PATH_1_0",
                plugins.toString(),
                "GST_REGISTRY_1_0",
                folder.resolve("registry").toString());
    }

    private static List<String> run(List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Jars.java(),
                "-cp",
                Jars.classPathOf(
                        OpeningProcess.class,
                        Pipelines.factory().getClass(),
                        PipelineFactory.class,
                        Gst.class,
                        Native.class,
                        LoggerFactory.class,
                        BundleContext.class,
                        ServiceTracker.class)));
        command.addAll(options);
        command.add(OpeningProcess.class.getName());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.onExit().join().exitValue(), "the process lives on: " + output);
        return output;
    }
}
