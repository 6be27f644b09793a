package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Credentials;
import org.rnvr.config.StorageSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.monitor.ConnectionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console at work with real cameras for as long as {@code rnvr.soak.minutes} says: all it does again and again, and what it
 * holds afterwards does not become more.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(OneConsole.class)
class SoakTest {

    private static final Logger LOG = LoggerFactory.getLogger(SoakTest.class);

    private static final int CAMERAS = 8;
    private static final int WARM_UP = 2;

    /** Fewer cycles would leave thirds of a single one. */
    private static final int LEAST_CYCLES = 6;

    /** A virtual machine goes on filling its caches for minutes: few cycles tell nothing of its heap. */
    private static final int CYCLES_FOR_HEAP = 30;

    /** Longer than a pool keeps a thread that has nothing to do. */
    private static final Duration REST = Duration.ofSeconds(90);

    private static final String WATCHING = "org.rnvr.console.watching";
    private static final String RECORDINGS = "org.rnvr.console.recordings";
    private static final int COLOURS_OF_A_PICTURE = 16;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final BundleContext context =
            FrameworkUtil.getBundle(SoakTest.class).getBundleContext();
    private final AtomicInteger undisposed = new AtomicInteger();

    @TempDir
    Path data;

    private DemoCameras cameras;
    private RealRecorder recorder;

    SoakTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void camerasAreWatchedAndRecorded() throws Exception {
        cameras = new DemoCameras(context, CAMERAS);
        configuration.keepsIn(data);
        configuration.becomes(site(), List.of());
        recorder = new RealRecorder(context);
        awaitStreaming();
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        Resource.setNonDisposeHandler(null);
        perspective(WATCHING);
        layout(1, 0);
        if (recorder != null) {
            recorder.close();
        }
        configuration.becomes(Site.USUAL, List.of());
        configuration.keepsIn(SiteConfiguration.NOWHERE);
        if (cameras != null) {
            cameras.close();
        }
    }

    @Test
    void nothingGrows() throws Exception {
        List<Holdings> looks = new ArrayList<>();
        long end = System.nanoTime() + length().toNanos();
        for (int cycle = 0; cycle < WARM_UP + LEAST_CYCLES || System.nanoTime() < end; cycle++) {
            if (cycle == WARM_UP) {
                Resource.setNonDisposeHandler(problem -> undisposed.incrementAndGet());
            }
            work();
            if (cycle >= WARM_UP) {
                looks.add(Holdings.now());
                LOG.info(
                        "{} s left: {}",
                        TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()),
                        looks.get(looks.size() - 1));
            }
        }
        assertEquals(0, undisposed.get(), "graphics that nobody disposed");
        int first = looks.size() / 3;
        Map<String, Long> limits = most(looks.subList(0, first));
        assertEquals(
                Map.of(),
                moreThan(limits),
                () -> "not above " + limits + " after " + looks + " with threads " + Holdings.threads());
        if (looks.size() >= CYCLES_FOR_HEAP) {
            Trend heap = new Trend(looks.stream().map(Holdings::heap).toList());
            assertFalse(heap.grows(), heap::toString);
        }
    }

    private static Map<String, Long> most(List<Holdings> looks) {
        Map<String, Long> most = new LinkedHashMap<>();
        looks.forEach(look -> look.counted().forEach((what, count) -> most.merge(what, count, Math::max)));
        return most;
    }

    /** What is held above a limit after some time of rest, in which that which nobody needs any more goes. */
    private static Map<String, Long> moreThan(Map<String, Long> limits) {
        long deadline = System.nanoTime() + REST.toNanos();
        Map<String, Long> more;
        do {
            more = new LinkedHashMap<>(Holdings.now().counted());
            more.entrySet().removeIf(held -> held.getValue() <= limits.get(held.getKey()));
        } while (!more.isEmpty() && System.nanoTime() < deadline);
        return more;
    }

    private static Duration length() {
        return Duration.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("rnvr.soak.minutes"))));
    }

    /** What people do and what befalls them, from rest to rest. */
    private void work() throws Exception {
        for (int size = 1; size <= 8; size++) {
            layout(size);
        }
        layout(2);
        command("org.rnvr.console.wall.nextPage");
        awaitPictures(4);
        command("org.rnvr.console.wall.previousPage");
        awaitPictures(4);
        List<Composite> live = console.ui(this::pictures);
        perspective(RECORDINGS);
        console.awaitUi(
                "the wall shows nothing out of sight", () -> live.stream().allMatch(Composite::isDisposed));
        perspective(WATCHING);
        awaitPictures(4);
        cameras.kill();
        RunningConsole.await("the cameras are lost", () -> recorder.monitor().cameras().stream()
                .noneMatch(status -> status.state() == ConnectionState.STREAMING));
        layout(3, 0);
        cameras.start();
        awaitStreaming();
        awaitPictures(CAMERAS);
    }

    private void layout(int size) {
        layout(size, Math.min(CAMERAS, size * size));
    }

    private void layout(int size, int pictures) {
        command("org.rnvr.console.wall.layout", "org.rnvr.console.wall.layout.grid", size + "x" + size);
        awaitPictures(pictures);
    }

    private void awaitStreaming() {
        RunningConsole.await(
                "all cameras stream",
                () -> recorder.monitor().cameras().stream()
                                .filter(status -> status.state() == ConnectionState.STREAMING)
                                .count()
                        == CAMERAS);
    }

    /** Waits until so many pictures are on the screen and all of them move. */
    private void awaitPictures(int count) {
        if (count == 0) {
            return;
        }
        Map<Composite, Integer> first = new LinkedHashMap<>();
        console.awaitUi(count + " pictures move", () -> {
            List<Composite> seen = pictures();
            seen.forEach(one -> look(one).ifPresent(print -> first.putIfAbsent(one, print)));
            return seen.size() == count
                    && seen.stream().allMatch(one -> look(one)
                            .filter(print -> first.containsKey(one) && !print.equals(first.get(one)))
                            .isPresent());
        });
    }

    private List<Composite> pictures() {
        return RunningConsole.within(console.window(), Composite.class).stream()
                .filter(one -> (one.getStyle() & SWT.EMBEDDED) != 0 && one.isVisible())
                .toList();
    }

    /** A fingerprint of what is to be seen there, if that is a picture. */
    private static Optional<Integer> look(Control control) {
        // Looking lets events happen, and with them windows go.
        if (control.isDisposed()) {
            return Optional.empty();
        }
        Rectangle area = Display.getCurrent().map(control.getParent(), null, control.getBounds());
        if (area.isEmpty()) {
            return Optional.empty();
        }
        ImageData seen = RunningConsole.picture(area);
        return IntStream.range(0, seen.width * seen.height)
                                .map(index -> seen.getPixel(index % seen.width, index / seen.width))
                                .distinct()
                                .limit(COLOURS_OF_A_PICTURE)
                                .count()
                        == COLOURS_OF_A_PICTURE
                ? Optional.of(Arrays.hashCode(seen.data))
                : Optional.empty();
    }

    private void perspective(String id) {
        console.ui(() -> PlatformUI.getWorkbench()
                .showPerspective(id, PlatformUI.getWorkbench().getActiveWorkbenchWindow()));
    }

    private void command(String id, String... parameter) {
        console.ui(() -> {
            Command command =
                    PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id);
            Map<String, String> parameters = parameter.length == 0 ? Map.of() : Map.of(parameter[0], parameter[1]);
            return PlatformUI.getWorkbench()
                    .getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
        });
    }

    private Configuration site() {
        Configuration usual = Site.USUAL;
        StreamingSettings streaming = usual.streaming();
        StorageSettings storage = usual.storage();
        return usual.with(new StreamingSettings(
                        streaming.defaultLayout(),
                        streaming.osd(),
                        streaming.useHardwareAcceleration(),
                        streaming.decoderPreference(),
                        streaming.bufferSize(),
                        streaming.latency(),
                        streaming.tcpTimeout(),
                        streaming.detection(),
                        streaming.transport(),
                        streaming.autoReconnect(),
                        streaming.maxReconnectAttempts(),
                        Duration.ofSeconds(1)))
                .withCameras(
                        IntStream.rangeClosed(1, CAMERAS).mapToObj(this::camera).toList())
                .with(new StorageSettings(
                        data.resolve("recordings"),
                        storage.autoCleanup(),
                        storage.cleanupOnStartup(),
                        storage.cleanupInterval(),
                        storage.minFreeSpaceGb(),
                        storage.minFreeSpacePercent(),
                        storage.cleanupThresholdPercent(),
                        storage.retentionDays(),
                        storage.deleteBatchSize(),
                        storage.deleteBatchDelay(),
                        storage.outageMemory(),
                        storage.memoryBytesPerCamera()));
    }

    private CameraSettings camera(int number) {
        CameraSettings usual = Site.camera("demo" + number, "Demo " + number, number, true);
        return new CameraSettings(
                usual.id(),
                usual.name(),
                cameras.url(number),
                Credentials.NONE,
                true,
                true,
                true,
                false,
                false,
                usual.ptz(),
                usual.transform(),
                usual.standby(),
                usual.recordingSchedule(),
                number);
    }
}
