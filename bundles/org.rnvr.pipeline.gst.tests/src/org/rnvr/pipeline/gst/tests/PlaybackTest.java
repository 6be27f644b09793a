package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Container;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.gst.tests.Films.Film;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.CameraPicture.Kind;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;
import org.rnvr.recording.RecordingCatalog;

/** Recordings whose frames show their number are played, and the numbers read in the window. */
@ResourceLock(XServer.LOCK)
@ExtendWith(Undisturbed.class)
@Timeout(180)
class PlaybackTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration FRAME = Duration.ofMillis(1000 / Films.FRAMES_PER_SECOND);
    private static final int FRAMES = Films.SECONDS * Films.FRAMES_PER_SECOND;
    private static final Duration LENGTH = FRAME.multipliedBy(FRAMES - 1);
    private static final int BITS = 10;
    private static final int BRIGHT = 128;

    private static Playback playback;

    @TempDir
    private static Path films;

    @TempDir
    private Path folder;

    private ListedCatalog catalog;
    private ServiceRegistration<RecordingCatalog> registration;
    private XServer x;
    private Player player;
    private Watcher watcher;

    @BeforeAll
    static void getService() {
        assumeFalse(XServer.isMissing() || Films.toolsAreMissing(), "Xvfb, ffmpeg or gst-launch is not installed");
        playback = Pipelines.playback();
    }

    @BeforeEach
    void open() throws IOException {
        catalog = new ListedCatalog();
        registration = FrameworkUtil.getBundle(PlaybackTest.class)
                .getBundleContext()
                .registerService(RecordingCatalog.class, catalog, null);
        x = new XServer();
        player = playback.open();
        watcher = new Watcher(player);
    }

    @AfterEach
    void close() {
        watcher.close();
        player.close().toCompletableFuture().join();
        x.close();
        registration.unregister();
    }

    /** A film whose frames show their number, counted from one, in columns of black and white. */
    private static Path numbered(Film film, String extension, int first) throws IOException {
        String bit = "mod(floor((N+" + first + ")/pow(2\\,floor(X*" + BITS + "/W)))\\,2)";
        return new Films(films)
                .make(film.silent().showing("color=gray,geq=lum='16+219*" + bit + "':cb=128:cr=128"), extension);
    }

    private static Path numbered(String extension) throws IOException {
        return numbered(Film.of("h264"), extension, 0);
    }

    private static Instant at(double frame) {
        return START.plusNanos(Math.round(frame * FRAME.toNanos()));
    }

    private int number(long window) {
        return number(x.columns(window, BITS));
    }

    private static int number(int[] columns) {
        int number = 0;
        for (int i = 0; i < BITS; i++) {
            number |= columns[i] > BRIGHT ? 1 << i : 0;
        }
        return number;
    }

    private long show(String cameraId) {
        long window = x.openWindow();
        player.show(cameraId, window);
        return window;
    }

    private void seek(Instant moment, int cameras) throws InterruptedException {
        int count = watcher.count();
        player.seek(moment);
        watcher.await(count, Watcher.shows(moment, cameras));
    }

    private static double frame(Instant moment) {
        return Duration.between(START, moment).toNanos() / (double) FRAME.toNanos();
    }

    private static double frame(CameraPicture picture) {
        return frame(picture.frame().orElseThrow());
    }

    private static void assertFrame(double expected, CameraPicture picture) {
        assertEquals(expected, frame(picture), 0.1);
    }

    /** Whether what all cameras show was filmed no more than some frames before the position. */
    private static boolean keepsUp(PlayerState state, int frames) {
        return state.cameras().stream()
                .allMatch(picture ->
                        picture.kind() == Kind.RECORDED && frame(state.position()) - frame(picture) <= frames);
    }

    @ParameterizedTest
    @CsvSource({
        "h264, 0, mp4",
        "h264, 2, mp4",
        "h264, 0, mkv",
        "h264, 2, mkv",
        "h264, 0, ts",
        "h265, 2, mp4",
        "h265, 0, ts"
    })
    void aSoughtMomentShowsItsFrame(String codec, int bFrames, String extension) throws Exception {
        Path file = numbered(new Film(codec, bFrames, false, "320x240", ""), extension, 0);
        catalog.add("a", file, START, LENGTH);
        long window = show("a");
        for (int frame : new int[] {0, 1, 24, 25, 26, 99, 98, 97, 130, 131, 132, 10, 198, 199, 60}) {
            seek(at(frame + 0.5), 1);
            assertEquals(frame, number(window));
            assertFrame(frame, watcher.last().cameras().get(0));
        }
        assertEquals(1, watcher.last().rate());
        assertFalse(watcher.last().playing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts"})
    void stepsGoFromFrameToFrameOverTheBorderOfFiles(String extension) throws Exception {
        catalog.add("a", numbered(extension), START, LENGTH);
        catalog.add("a", numbered(Film.of("h264"), extension, FRAMES), at(FRAMES), LENGTH);
        long window = show("a");
        seek(at(FRAMES - 2 + 0.3), 1);
        int frame = FRAMES - 2;
        for (int step : new int[] {1, 1, 1, -1, -1, -1, -1, 5, -30, 1}) {
            frame += step;
            int count = watcher.count();
            player.step(step);
            double expected = frame;
            watcher.await(
                    count,
                    state -> state.cameras().get(0).kind() == Kind.RECORDED
                            && Math.abs(Duration.between(at(expected), state.position())
                                            .toMillis())
                                    < 10);
            assertEquals(frame, number(window), "after a step of " + step);
        }
        int count = watcher.count();
        player.step(1);
        player.step(2);
        player.step(-1);
        double expected = frame + 2;
        watcher.await(
                count,
                state -> state.cameras().get(0).kind() == Kind.RECORDED
                        && Math.abs(Duration.between(at(expected), state.position())
                                        .toMillis())
                                < 10);
        assertEquals(frame + 2, number(window));
    }

    @Test
    void fourCamerasGoInStep() throws Exception {
        List<Long> windows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = "camera" + i;
            catalog.add(id, numbered(List.of("mp4", "mkv", "ts", "mp4").get(i)), START, LENGTH);
            long window = x.openWindow(400 * (i % 2), 300 * (i / 2));
            player.show(id, window);
            windows.add(window);
        }
        assertThrows(IllegalStateException.class, () -> player.show("fifth", 1));
        seek(at(10.5), 4);
        windows.forEach(window -> assertEquals(10, number(window)));
        int count = watcher.count();
        player.play(1);
        // How long they stay in step depends on the machine here, and is seen where time is simulated.
        watcher.await(count, state -> state.playing() && state.position().isAfter(at(100)) && keepsUp(state, 2));
        player.pause();
        count = watcher.count();
        watcher.await(
                Math.max(0, count - 1),
                state -> !state.playing()
                        && state.cameras().stream().allMatch(picture -> picture.kind() == Kind.RECORDED));
        // The state is told before the windows are back from what they showed last.
        TestCamera.awaitTrue("all show where it stands", 10, () -> {
            int stands = (int) Math.floor(frame(watcher.last().position()) + 0.1);
            return Math.abs(frame(watcher.last().cameras().get(0)) - stands) < 0.1
                    && number(windows.get(0)) == stands
                    && windows.stream().allMatch(window -> Math.abs(number(window) - stands) <= 1);
        });
        int number = number(windows.get(0));
        for (int back = 1; back <= 3; back++) {
            int frame = number - back;
            count = watcher.count();
            player.step(-1);
            watcher.await(
                    count,
                    state -> Duration.between(at(frame), state.position()).abs().toMillis() < 10
                            && state.cameras().stream().allMatch(picture -> picture.kind() == Kind.RECORDED));
            assertEquals(frame, number(windows.get(0)));
            windows.forEach(window -> assertEquals(frame, number(window), 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 400, 3000", "-4, 399, 100", "0.25, 100, 110", "4, 0, 300"})
    void itPlaysAsFastAsAsked(double rate, int from, int to) throws Exception {
        for (int i = 0; i < 16; i++) {
            catalog.add("a", copy(numbered("mp4"), i), at(i * FRAMES), LENGTH);
        }
        show("a");
        seek(at(from), 1);
        int count = watcher.count();
        player.play(rate);
        Watcher.Seen begin = watcher.await(count, state -> !state.position().equals(at(from)));
        Watcher.Seen end = watcher.await(
                count,
                state -> rate > 0
                        ? !state.position().isBefore(at(to))
                        : !state.position().isAfter(at(to)));
        Duration moved = Duration.between(begin.state().position(), end.state().position());
        assertEquals(rate, moved.toNanos() / (double) (end.nanoTime() - begin.nanoTime()), Math.abs(rate) * 0.15);
        assertEquals(rate, end.state().rate());
        Set<Instant> frames = new HashSet<>();
        watcher.since(count)
                .forEach(seen -> seen.state().cameras().get(0).frame().ifPresent(frames::add));
        double seconds = Math.abs(to - from) / Math.abs(rate) / Films.FRAMES_PER_SECOND;
        double most = Math.min(seconds * 10, Math.abs(to - from) / (Math.abs(rate) > 4 || rate < 0 ? 25.0 : 1));
        assertTrue(frames.size() > most / 3, frames.size() + " pictures of " + most);
    }

    private Path copy(Path file, int number) throws IOException {
        return Files.copy(file, folder.resolve(number + "-" + file.getFileName()));
    }

    @Test
    void aGapPasses() throws Exception {
        catalog.add("a", numbered("mp4"), START, LENGTH);
        Instant second = at(FRAMES + 50);
        catalog.add("a", numbered(Film.of("h264"), "mp4", FRAMES), second, LENGTH);
        catalog.addGap("a", START.plus(LENGTH), second, "loss");
        long window = show("a");
        seek(at(FRAMES - 10), 1);
        int count = watcher.count();
        player.play(1);
        PlayerState within = watcher.await(
                        count,
                        state -> state.cameras().get(0).kind() == Kind.NOT_RECORDED
                                && Math.abs(frame(state.cameras().get(0)) - (FRAMES - 1)) < 0.1)
                .state();
        assertEquals("The camera was lost.", within.cameras().get(0).text());
        assertEquals(FRAMES - 1, number(window));
        watcher.await(
                count,
                state -> state.position().isAfter(second.plusMillis(200))
                        && state.cameras().get(0).kind() == Kind.RECORDED
                        && state.cameras().get(0).frame().orElseThrow().compareTo(second) >= 0);
        assertTrue(number(window) >= FRAMES, "the second file is shown");
        player.pause();
        player.seek(at(FRAMES + 20));
        watcher.await(
                count,
                state -> !state.playing()
                        && state.position().equals(at(FRAMES + 20))
                        && state.cameras().get(0).kind() == Kind.NOT_RECORDED);
        assertEquals(FRAMES - 1, number(window));
    }

    @Test
    void ofScrubbingOnlyTheLatestCounts() throws Exception {
        for (int i = 0; i < 5; i++) {
            catalog.add("a", copy(numbered("mp4"), i), at(i * FRAMES), LENGTH);
        }
        long window = show("a");
        seek(at(0.5), 1);
        int questions = catalog.questions();
        int count = watcher.count();
        Random random = new Random(5);
        for (int i = 0; i < 99; i++) {
            player.scrub(at(random.nextInt(5 * FRAMES)));
        }
        player.scrub(at(3 * FRAMES + 110));
        watcher.await(count, Watcher.shows(at(3 * FRAMES + 110), 1));
        assertEquals(100, number(window));
        assertFrame(3 * FRAMES + 100, watcher.last().cameras().get(0));
        Set<Instant> frames = new HashSet<>();
        watcher.since(count)
                .forEach(seen -> seen.state().cameras().get(0).frame().ifPresent(frames::add));
        assertTrue(frames.size() < 30, frames.size() + " pictures of 100 requests");
        assertEquals(questions, catalog.questions(), "the catalog is not asked again");
        count = watcher.count();
        player.seek(at(3 * FRAMES + 110));
        watcher.await(count, Watcher.shows(at(3 * FRAMES + 110), 1));
        assertEquals(110, number(window));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts"})
    void theBorderOfFilesIsNotSeen(String extension) throws Exception {
        catalog.add("a", numbered(extension), START, LENGTH);
        catalog.add("a", numbered(Film.of("h264"), extension, FRAMES), at(FRAMES), LENGTH);
        long window = show("a");
        seek(at(FRAMES - 20), 1);
        int count = watcher.count();
        player.play(0.25);
        List<Integer> numbers = new ArrayList<>();
        while (numbers.isEmpty() || numbers.get(numbers.size() - 1) < FRAMES + 10) {
            int number = number(window);
            if (numbers.isEmpty() || numbers.get(numbers.size() - 1) != number) {
                numbers.add(number);
            }
            assertTrue(watcher.last().position().isBefore(at(FRAMES + 40)), () -> "so far " + numbers);
            TimeUnit.NANOSECONDS.sleep(FRAME.toNanos() / 2);
        }
        for (int i = 1; i < numbers.size(); i++) {
            int step = numbers.get(i) - numbers.get(i - 1);
            assertTrue(step == 1 || step == 2, "seen " + numbers);
        }
        assertTrue(watcher.since(count).stream()
                .flatMap(seen -> seen.state().cameras().stream())
                .noneMatch(picture -> picture.kind() == Kind.NOT_RECORDED || picture.kind() == Kind.FAILED));
    }

    @Test
    void aRangeIsRepeated() throws Exception {
        catalog.add("a", numbered("mp4"), START, LENGTH);
        show("a");
        seek(at(60), 1);
        int begin = watcher.count();
        int count = begin;
        Player.Range range = new Player.Range(at(50), at(75));
        player.repeat(Optional.of(range));
        player.play(1);
        for (int i = 0; i < 2; i++) {
            watcher.await(count, state -> state.position().isAfter(at(70)));
            count = watcher.count();
            watcher.await(count, state -> state.position().isBefore(at(55)));
            count = watcher.count();
        }
        assertEquals(Optional.of(range), watcher.last().repeat());
        assertTrue(watcher.since(begin).stream()
                .noneMatch(seen -> seen.state().position().isAfter(range.to())));
        player.repeat(Optional.empty());
        watcher.await(count, state -> state.position().isAfter(at(90)));
    }

    @Test
    void itStandsStillWhereTheRecordingEnds() throws Exception {
        catalog.add("a", numbered("mkv"), START, LENGTH);
        long window = show("a");
        seek(at(FRAMES - 30), 1);
        int count = watcher.count();
        player.play(2);
        watcher.await(count, PlayerState::playing);
        PlayerState end = watcher.await(
                        count,
                        state -> !state.playing() && state.cameras().get(0).kind() == Kind.RECORDED)
                .state();
        assertFrame(FRAMES - 1, end.cameras().get(0));
        assertEquals(end.cameras().get(0).frame(), Optional.of(end.position()));
        assertEquals(FRAMES - 1, number(window));
        count = watcher.count();
        player.play(-16);
        watcher.await(count, PlayerState::playing);
        watcher.await(
                count,
                state -> !state.playing() && state.cameras().get(0).kind() == Kind.RECORDED && number(window) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts"})
    void aFileThatIsWrittenIsPlayedAsFarAsItHasCome(String extension) throws Exception {
        byte[] whole = Files.readAllBytes(numbered(extension));
        Path file = folder.resolve("open." + extension);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        catalog.addOpen("a", file, START, LENGTH.dividedBy(2));
        long window = show("a");
        seek(at(60), 1);
        int count = watcher.count();
        player.play(1);
        watcher.await(count, state -> state.position().isAfter(at(65)));
        Files.write(file, Arrays.copyOfRange(whole, whole.length / 2, whole.length), StandardOpenOption.APPEND);
        catalog.addOpen("a", file, START, LENGTH);
        watcher.await(count, state -> state.position().isAfter(at(120)) && keepsUp(state, 10));
        assertTrue(number(window) > 110, "shows " + number(window));
        player.play(4);
        watcher.await(
                count,
                state -> !state.playing()
                        && state.position().isAfter(at(FRAMES - 20))
                        && state.cameras().get(0).kind() == Kind.RECORDED);
        assertTrue(number(window) > FRAMES - 20, "shows " + number(window));
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void whatIsBeingRecordedIsPlayedSecondsLater(Container container) throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(Pipelines.factory(), server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, container, Duration.ofMinutes(10));
            camera.play();
            SegmentOpened opened = camera.await(SegmentOpened.class, 10);
            Instant start = opened.start();
            TestCamera.awaitTrue(
                    "something is recorded", 20, () -> Instant.now().isAfter(start.plusSeconds(5)));
            catalog.addGrowing("a", opened.file(), start);
            show("a");
            seek(start.plusMillis(500), 1);
            int count = watcher.count();
            player.play(1);
            Instant end = start.plusSeconds(8);
            watcher.await(
                    count,
                    state -> state.position().isAfter(end)
                            && keepsUp(state, Films.FRAMES_PER_SECOND)
                            && frame(state.cameras().get(0)) > frame(end.minusSeconds(1)));
            assertTrue(watcher.since(count).stream().map(Watcher.Seen::state).allMatch(PlayerState::playing));
        }
    }

    @Test
    void withoutAWindowPicturesAreDrawn() throws Exception {
        catalog.add("a", numbered("mp4"), START, LENGTH);
        XServer.hide();
        Painter painter = new Painter();
        View view = player.draw("a", painter);
        view.resized(160, 160);
        seek(at(10), 1);
        TestCamera.awaitTrue(
                "the frame is drawn", 10, () -> painter.width() == 160 && number(painter.columns(BITS)) == 10);
        player.step(1);
        TestCamera.awaitTrue("so is the next", 10, () -> number(painter.columns(BITS)) == 11);
        view.resized(80, 80);
        TestCamera.awaitTrue(
                "it is drawn again in another size",
                10,
                () -> painter.width() == 80 && number(painter.columns(BITS)) == 11);
        int count = watcher.count();
        player.play(1);
        watcher.await(count, state -> state.position().isAfter(at(30)) && keepsUp(state, 10));
        assertTrue(number(painter.columns(BITS)) > 20, () -> painter + " of " + number(painter.columns(BITS)));
        view.close().toCompletableFuture().join();
        int drawn = painter.count();
        watcher.await(count, state -> state.position().isAfter(at(50)));
        assertEquals(drawn, painter.count());
    }

    @Test
    void aWindowThatIsNotThereIsSaid() throws Exception {
        catalog.add("a", numbered("mp4"), START, LENGTH);
        XServer.hide();
        player.seek(at(10));
        player.show("a", 1);
        PlayerState failed = watcher.await(
                        0,
                        state -> !state.cameras().isEmpty()
                                && state.cameras().get(0).kind() == Kind.FAILED)
                .state();
        String text = failed.cameras().get(0).text();
        assertTrue(text.startsWith("The picture cannot be shown in its window: "), text);
    }

    @Test
    void aFileThatIsGoneIsSaidAndPassed() throws Exception {
        catalog.add("a", folder.resolve("gone.mp4"), START, LENGTH);
        catalog.add("a", numbered("mp4"), at(FRAMES), LENGTH);
        show("a");
        int count = watcher.count();
        player.seek(at(FRAMES - 20));
        PlayerState failed = watcher.await(
                        count,
                        state -> !state.cameras().isEmpty()
                                && state.cameras().get(0).kind() == Kind.FAILED)
                .state();
        assertTrue(
                failed.cameras().get(0).text().contains("gone.mp4"),
                failed.cameras().get(0).text());
        player.play(1);
        watcher.await(
                count,
                state -> state.position().isAfter(at(FRAMES + 10))
                        && state.cameras().get(0).kind() == Kind.RECORDED);
    }

    @Test
    void aMissingCatalogIsSaidAndWaitedFor() throws Exception {
        catalog.add("a", numbered("mp4"), START, LENGTH);
        registration.unregister();
        try {
            player.seek(at(10));
            show("a");
            PlayerState missing = watcher.await(
                            0,
                            state -> !state.cameras().isEmpty()
                                    && state.cameras().get(0).kind() == Kind.FAILED)
                    .state();
            assertEquals(
                    "The catalog of the recordings is not there.",
                    missing.cameras().get(0).text());
        } finally {
            registration = FrameworkUtil.getBundle(PlaybackTest.class)
                    .getBundleContext()
                    .registerService(RecordingCatalog.class, catalog, null);
        }
        watcher.await(0, Watcher.shows(at(10), 1));
    }

    @Test
    void theWindowMayBeResizedWhileThePictureStands() throws Exception {
        catalog.add("a", numbered("mp4"), START, LENGTH);
        long window = x.openWindow();
        View view = player.show("a", window);
        seek(at(77), 1);
        x.resize(200, 150);
        view.resized(200, 150);
        x.resize(320, 240);
        x.clear();
        view.resized(320, 240);
        TestCamera.awaitTrue("the picture is back", 10, () -> number(window) == 77);
    }
}
