package org.rnvr.recorder.internal.volume;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rnvr.recording.StorageState;

/** Looks at a volume from a process that permissions bind, as they do not bind the tests' root. */
final class Looker implements AutoCloseable {

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    Looker(Path data, Path folder) throws IOException {
        process = new ProcessBuilder(
                        "setpriv",
                        "--bounding-set=-all",
                        "--inh-caps=-all",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Looker.class.getName(),
                        data.toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    StorageState look() throws IOException {
        questions.write("look\n");
        questions.flush();
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return StorageState.valueOf(answers.readLine());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    public static void main(String[] arguments) throws IOException {
        Volume volume =
                new Volume(Path.of(arguments[1]), new KnownVolumes(Path.of(arguments[0])), InstantSource.system());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(volume.look(Look.Depth.QUICK).state());
        }
    }
}
