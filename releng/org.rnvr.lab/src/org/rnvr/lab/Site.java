package org.rnvr.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rnvr.lab.fixture.CameraHost;
import org.rnvr.lab.fixture.CameraProcess;

/**
 * The cameras of an experiment, on a host of their own. Every session of a camera begins its clip when it begins, with a
 * key frame: a recorder that opens a session waits for none, so that times to the first recorded frame are a recorder's
 * own.
 */
final class Site implements AutoCloseable {

    private static final List<String> CLIP =
            List.of("--mode", "clip", "--fps", "25", "--gop-seconds", "2", "--bitrate-kbps", "1000");
    private static final List<String> PICTURE = List.of("--width", "640", "--height", "360");
    private static final List<String> OTHER_PICTURE = List.of("--width", "480", "--height", "272");

    private final CameraHost host;
    private final int cameras;
    private CameraProcess process;
    private boolean other;

    private Site(CameraHost host, int cameras) {
        this.host = host;
        this.cameras = cameras;
    }

    static Site open(int cameras) {
        CameraHost host = CameraHost.createAny();
        try {
            Site site = new Site(host, cameras);
            site.boot();
            return site;
        } catch (RuntimeException | Error e) {
            host.close();
            throw e;
        }
    }

    CameraHost host() {
        return host;
    }

    CameraProcess process() {
        return process;
    }

    /** The cameras' names, which are also those of their mount points. */
    List<String> cameras() {
        return IntStream.rangeClosed(1, cameras)
                .mapToObj(number -> "demo" + number)
                .toList();
    }

    String url(String camera) {
        return host.url(camera);
    }

    /** Starts the cameras anew after they were killed. */
    void boot() {
        List<String> options = new ArrayList<>(List.of("--cameras", Integer.toString(cameras)));
        options.addAll(CLIP);
        options.addAll(other ? OTHER_PICTURE : PICTURE);
        process = host.cameras(options.toArray(String[]::new));
    }

    /** Starts the cameras anew, with pictures of another size than before. */
    void bootWithOtherPicture() {
        other = !other;
        boot();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        host.close();
    }
}
