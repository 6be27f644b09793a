package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;

/** Where UDP does not get through, automatic transport takes TCP. In a network of its own that lets no UDP pass. */
@Timeout(60)
class BlockedUdpTest {

    private static final String NETWORK = "ip link set lo up && nft add table inet t"
            + " && nft add chain inet t in '{ type filter hook input priority 0; }'"
            + " && nft add rule inet t in meta l4proto udp drop";

    @TempDir
    private Path folder;

    @Test
    void tcpIsUsedInstead() throws Exception {
        assumeTrue(exitOf(List.of("unshare", "-n", "sh", "-c", NETWORK)) == 0, "needs root, unshare, ip and nft");
        String camera = quoted(CameraProcess.command("--port", "8554"));
        String recorder =
                quoted(RecordingProcess.command("rtsp://127.0.0.1:8554/demo1", folder, Container.MP4, Transport.AUTO));
        // The camera ends with its input, which the recorder holds open.
        String script = NETWORK + "; mkfifo \"$1\"; " + camera + " < \"$1\" > \"$2\" & exec 3> \"$1\";"
                + " until grep -q ready \"$2\"; do sleep 0.1; done; exec " + recorder;
        Process process = new ProcessBuilder(
                        "unshare",
                        "-n",
                        "sh",
                        "-c",
                        script,
                        "sh",
                        folder.resolve("input").toString(),
                        folder.resolve("output").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("recording over TCP", output.readLine());
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> "'" + word + "'")
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static int exitOf(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException e) {
            assumeTrue(false, "there is no " + command.get(0) + ": " + e.getMessage());
            throw e;
        }
    }
}
