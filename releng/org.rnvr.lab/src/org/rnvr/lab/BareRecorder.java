package org.rnvr.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.lab.fixture.Command;

/** A program a camera, started again a second after it has ended: what one has without a recorder. */
final class BareRecorder implements RecorderUnderTest {

    private final String name;
    private final Program program;
    private final Site site;
    private final Path folder;
    private final FileWatch watch;
    private final List<BareCamera> cameras = new ArrayList<>();

    /** A program that records one camera. */
    interface Program {

        Duration LIMIT = Duration.ofSeconds(5);

        List<String> command(String url, Path file);

        /** Whether a line of its output says that it has noticed that the camera is gone; its end says it always. */
        boolean tells(String line);

        /** Asks it to close its file and end. */
        default void end(Process process) {
            if (process.isAlive()) {
                Command.run(LIMIT, List.of("kill", "-INT", Long.toString(process.pid())));
            }
        }
    }

    BareRecorder(String name, Program program, Site site, Path folder, FileWatch watch) {
        this.name = name;
        this.program = program;
        this.site = site;
        this.folder = folder.resolve(name);
        this.watch = watch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void watch(String camera) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cameras.add(new BareCamera(camera, site.url(camera), program, folder, watch));
    }

    @Override
    public boolean steady() {
        return cameras.stream().allMatch(BareCamera::steady);
    }

    @Override
    public void restart() {
        cameras.stream().filter(camera -> !camera.steady()).forEach(BareCamera::restart);
    }

    @Override
    public void stop() {
        cameras.parallelStream().forEach(BareCamera::stop);
    }

    @Override
    public List<Track> tracks() {
        return cameras.stream().map(BareCamera::track).toList();
    }

    @Override
    public void close() {
        cameras.forEach(BareCamera::close);
    }
}
