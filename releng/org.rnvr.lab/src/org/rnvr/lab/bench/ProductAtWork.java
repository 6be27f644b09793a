package org.rnvr.lab.bench;

import java.nio.file.Path;
import java.util.List;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The product, headless, with everything in it that is on by default. */
final class ProductAtWork implements RecorderAtWork {

    private final RunningRecorder recorder;
    private final List<String> cameras;

    private ProductAtWork(RunningRecorder recorder, List<String> cameras) {
        this.recorder = recorder;
        this.cameras = cameras;
    }

    static ProductAtWork start(String url, int cameras, Path folder) {
        SiteConfiguration configuration = new SiteConfiguration().set("streaming", "transport", "tcp");
        List<String> names = Programs.names(cameras);
        names.forEach(name -> configuration.camera(name, url));
        Path file = configuration.write(folder.resolve("IT_RNVR.json"));
        return new ProductAtWork(RunningRecorder.start(folder, file), names);
    }

    @Override
    public List<Long> processes() {
        return recorder.processes();
    }

    @Override
    public List<Path> files() {
        return cameras.stream()
                .flatMap(camera -> recorder.recordings(camera).stream())
                .toList();
    }

    @Override
    public void close() {
        try {
            recorder.end("TERM");
        } finally {
            recorder.close();
        }
    }
}
