package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.Layout;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingState;

/** The wall of live pictures in the workbench. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class LiveWallTest {

    private static final String LIVE = "org.rnvr.console.live";
    private static final String WATCHING = "org.rnvr.console.watching";
    private static final String RECORDINGS = "org.rnvr.console.recordings";
    private static final String BEHIND = "9";
    private static final String TAKEN_OUT = "7";
    private static final int CAMERAS = 64;
    private static final RGB WARNING = new RGB(240, 176, 0);
    private static final long HIDE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Of computing; that it does not wait is what the watchdog sees to. */
    private static final Duration LAYOUT_LIMIT = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, String> KEYS = Map.of(
            "prev_config", "F5",
            "next_config", "F6",
            "screen_rotate", "F9",
            "menu_open", "F11",
            "screen_hide", "Esc",
            "prev_group", "N",
            "next_group", "Ctrl+Shift+M");

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private List<Pictures> pictures = List.of();
    private Watch watch;
    private List<ServiceRegistration<?>> services = List.of();

    LiveWallTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void manyCamerasAreWatched() {
        watch = new Watch();
        Tape tape = new Tape();
        pictures = IntStream.range(0, CAMERAS)
                .mapToObj(number -> new Pictures(id(number)))
                .toList();
        for (int number = 0; number < CAMERAS; number++) {
            watch.say(Site.status(id(number), ConnectionState.STREAMING));
            tape.say(Site.recording(id(number), number % 3 == 0 ? RecordingState.RECORDING : RecordingState.STOPPED));
        }
        layout(2, 2);
        services = new ArrayList<>(
                List.of(console.publish(CameraMonitor.class, watch), console.publish(Recorder.class, tape)));
        pictures.forEach(one -> services.add(console.publish(CameraPipeline.class, one)));
        console.ui(() -> {
            console.toFront(LIVE);
            return null;
        });
        awaitShown("c0", "c1", "c2", "c3");
        click("c0");
    }

    @AfterEach
    void everybodyGoes() {
        command("org.rnvr.console.wall.leave");
        command("org.rnvr.console.wall.leave");
        configuration.becomes(Site.USUAL, List.of());
        services.forEach(console::withdraw);
        console.awaitUi("no picture is left", () -> pictures.stream()
                .flatMap(pipeline -> pipeline.shown().stream())
                .allMatch(Pictures.Shown::isClosed));
        pictures.stream().flatMap(pipeline -> pipeline.shown().stream()).forEach(Pictures.Shown::leave);
    }

    @Test
    void aLayoutKeepsTheWindowsOfThoseThatStay() throws Exception {
        List<Long> windows = IntStream.range(0, 4).mapToObj(this::window).toList();
        console.screenshot("wall-2x2-dark");
        for (int size : new int[] {3, 4, 8}) {
            Duration took = Duration.ofNanos(console.ui(() -> {
                long start = THREADS.getCurrentThreadCpuTime();
                execute("org.rnvr.console.wall.layout", "org.rnvr.console.wall.layout.grid", size + "x" + size);
                return THREADS.getCurrentThreadCpuTime() - start;
            }));
            assertTrue(took.compareTo(LAYOUT_LIMIT) < 0, size + "x" + size + " took " + took.toMillis() + " ms");
            awaitShown(
                    IntStream.range(0, size * size).mapToObj(LiveWallTest::id).toArray(String[]::new));
            console.screenshot("wall-" + size + "x" + size + "-dark");
        }
        command("org.rnvr.console.wall.layout", "org.rnvr.console.wall.layout.grid", "1x1");
        awaitShown("c0");
        console.screenshot("wall-1x1-dark");
        command("org.rnvr.console.wall.layout", "org.rnvr.console.wall.layout.grid", "3x2");
        awaitShown("c0", "c1", "c2", "c3", "c4", "c5");
        assertEquals(1, pictures.get(0).shown().size(), "the one that stayed was never interrupted");
        assertEquals(windows.get(0), window(0));
        assertFalse(pictures.get(0).shown().get(0).isClosed());
        assertEquals(2, pictures.get(1).shown().size(), "the others were out of sight, and not decoded");
        assertTrue(pictures.get(1).shown().get(0).isClosed());
    }

    @Test
    void theLayoutOfTheConfigurationHoldsAsSoonAsItChanges() throws Exception {
        layout(3, 3);
        awaitShown("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8");
        configuration.becomes(
                Site.configuration(
                        Site.ui(Theme.LIGHT, true, Site.USUAL.ui().window()),
                        streaming(new Layout(2, 1)),
                        KEYS,
                        cameras()),
                List.of());
        awaitShown("c0", "c1");
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        console.awaitUi(
                "light", () -> console.cameras().getBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("wall-2x1-light");
    }

    @Test
    void keysOfTheConfigurationTurnPagesAndChangeTheLayout() {
        key('m', SWT.CTRL | SWT.SHIFT);
        awaitShown("c4", "c5", "c6", "c7");
        key('n', 0);
        awaitShown("c0", "c1", "c2", "c3");
        key('n', 0);
        awaitShown("c60", "c61", "c62", "c63");
        key(SWT.F5, 0);
        awaitShown("c60");
        key(SWT.F6, 0);
        awaitShown("c60", "c61", "c62", "c63");
        Map<String, String> others = new HashMap<>(KEYS);
        others.put("next_group", "K");
        configuration.becomes(
                Site.configuration(Site.USUAL.ui(), streaming(new Layout(2, 2)), others, cameras()), List.of());
        key('k', 0);
        awaitShown("c0", "c1", "c2", "c3");
    }

    @Test
    void keysOfTheConsoleHold() {
        tileKey("c0", '3', SWT.ALT);
        awaitShown("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8");
        tileKey("c0", '1', SWT.ALT);
        awaitShown("c0");
    }

    @Test
    void aKeyInATextFieldIsText() {
        boolean taken = console.ui(() -> {
            Text text = new Text(console.window(), SWT.BORDER);
            Event event = new Event();
            event.keyCode = 'n';
            text.notifyListeners(SWT.KeyDown, event);
            text.dispose();
            return event.type == SWT.None;
        });
        assertFalse(taken);
        awaitShown("c0", "c1", "c2", "c3");
    }

    @Test
    void theKeyboardAloneSelectsAndEnlarges() throws Exception {
        tileKey("c0", SWT.ARROW_RIGHT);
        assertEquals("c1", selectedName());
        tileKey("c1", SWT.ARROW_DOWN);
        assertEquals("c3", selectedName());
        long window = window(3);
        tileKey("c3", SWT.CR);
        awaitShown("c3");
        assertEquals(window, window(3));
        assertFalse(pictures.get(3).shown().get(0).isClosed());
        tileKey("c3", SWT.PAGE_DOWN);
        awaitShown("c4");
        assertEquals("c4", selectedName());
        key(SWT.ESC, 0);
        awaitShown("c4", "c5", "c6", "c7");
    }

    @Test
    void aDoubleClickMakesOneTileFullAndBack() {
        doubleClick("c2");
        awaitShown("c2");
        assertEquals("c2", selectedName());
        doubleClick("c2");
        awaitShown("c0", "c1", "c2", "c3");
        assertEquals(1, pictures.get(2).shown().size());
    }

    @Test
    void aCameraThatIsDroppedOnATileChangesPlaces() {
        click("c1");
        console.ui(() -> {
            LocalSelectionTransfer.getTransfer().setSelection(selection());
            DropTarget target = (DropTarget) tile("c2").getData(DND.DROP_TARGET_KEY);
            assertNotNull(target, "a tile takes cameras");
            Arrays.stream(target.getDropListeners()).forEach(listener -> listener.drop(null));
            LocalSelectionTransfer.getTransfer().setSelection(null);
            return null;
        });
        console.awaitUi(
                "they have changed places",
                () -> tile("c1").getBounds().y > 0
                        && tile("c1").getBounds().x == 0
                        && tile("c2").getBounds().y == 0);
        assertEquals("c1", selectedName());
        assertTrue(pictures.stream().limit(4).allMatch(one -> one.shown().size() == 1), "nobody was interrupted");
    }

    @Test
    void theFullScreenHoldsTheWallAndNothingElse() throws Exception {
        long window = window(0);
        key(SWT.F11, 0);
        console.awaitUi(
                "the wall covers the window",
                () -> console.window().getMenuBar() == null
                        && wall().getSize().equals(size(console.window().getClientArea())));
        assertTrue(console.ui(() -> console.tables().isEmpty()), "no list is on the screen");
        console.screenshot("wall-full-screen-dark");
        assertEquals(window, window(0));
        key(SWT.ESC, 0);
        console.awaitUi(
                "all is there again",
                () -> console.window().getMenuBar() != null && !console.tables().isEmpty());
        assertTrue(pictures.stream()
                .limit(4)
                .allMatch(one -> one.shown().size() == 1 && !one.shown().get(0).isClosed()));
        awaitShown("c0", "c1", "c2", "c3");
    }

    @Test
    void controlsInFullScreenHideWhileTheMouseRests() {
        hideControls(true, Duration.ofMinutes(10));
        long start = System.nanoTime();
        key(SWT.F11, 0);
        console.awaitUi("they are there", () -> bar().filter(Control::isVisible).isPresent());
        hideControls(true, Duration.ofSeconds(1));
        console.awaitUi("they hide", () -> bar().filter(Control::isVisible).isEmpty());
        assertTrue(System.nanoTime() - start >= HIDE_NANOS, "not earlier than they are to");
        // They may be there for no longer than a second: they are listened to, and not only looked at.
        AtomicBoolean back = new AtomicBoolean();
        console.ui(() -> {
            bar().orElseThrow().addListener(SWT.Show, event -> back.set(true));
            Display display = Display.getCurrent();
            Event move = new Event();
            move.type = SWT.MouseMove;
            move.x = display.getCursorLocation().x == 400 ? 450 : 400;
            move.y = 300;
            return display.post(move);
        });
        RunningConsole.await("they come back", back::get);
        console.awaitUi(
                "they hide again", () -> bar().filter(Control::isVisible).isEmpty());
        hideControls(true, Duration.ofMinutes(10));
        console.awaitUi(
                "they may stay longer", () -> bar().filter(Control::isVisible).isPresent());
        hideControls(true, Duration.ofSeconds(1));
        console.awaitUi("they stayed long enough", () -> bar().filter(Control::isVisible)
                .isEmpty());
        hideControls(false, Duration.ofSeconds(1));
        console.awaitUi("they stay however long the mouse rests", () -> bar().filter(Control::isVisible)
                .isPresent());
        key(SWT.F11, 0);
        console.awaitUi("all is there again", () -> !console.tables().isEmpty());
    }

    private void hideControls(boolean wanted, Duration delay) {
        var ui = Site.USUAL.ui();
        configuration.becomes(
                Site.configuration(
                        new UiSettings(ui.theme(), true, false, wanted, delay, ui.window(), ui.docks()),
                        streaming(new Layout(2, 2)),
                        KEYS,
                        cameras()),
                List.of());
    }

    @Test
    void whatIsNotOnTheScreenIsNotDecoded() throws Exception {
        console.ui(() -> page().showView(LIVE, BEHIND, IWorkbenchPage.VIEW_ACTIVATE));
        console.awaitUi(
                "the wall behind has closed its views",
                () -> pictures.get(0).shown().get(0).isClosed()
                        && pictures.get(3).shown().get(0).isClosed());
        console.ui(() -> {
            page().hideView(page().findViewReference(LIVE, BEHIND));
            return null;
        });
        console.awaitUi(
                "the pictures are back", () -> pictures.stream().limit(4).allMatch(one -> one.shown().stream()
                        .anyMatch(shown -> !shown.isClosed())));
        int before = pictures.get(0).shown().size();
        notifyShell(SWT.Iconify);
        console.awaitUi("nothing is decoded for a minimized window", () -> pictures.get(0).shown().stream()
                .allMatch(Pictures.Shown::isClosed));
        notifyShell(SWT.Deiconify);
        console.awaitUi("and again", () -> pictures.get(0).shown().size() == before + 1);
    }

    @Test
    void aPictureThatStoppedIsDarkenedAndSaysForHowLong() throws Exception {
        pictures.get(1).stopFlowing(Duration.ofSeconds(4));
        watch.say(Site.status("c1", ConnectionState.SUSPECT));
        console.awaitUi("words across the picture", () -> warnings("c1") > 0);
        assertEquals(0, console.ui(() -> warnings("c0")));
        console.screenshot("wall-dimmed-dark");
        assertTrue(console.ui(() -> isCovered(picture("c1"))), "the window that would look live is out of sight");
        assertFalse(pictures.get(1).shown().get(0).isClosed(), "it may come back");
        pictures.get(1).flow();
        watch.say(Site.status("c1", ConnectionState.STREAMING));
        console.awaitUi("live again", () -> !isCovered(picture("c1")));
    }

    @Test
    void aPictureThatStandsStillWhileFramesArriveIsDarkenedAndCounted() throws Exception {
        pictures.get(1).stopDecoding(Duration.ofMillis(1100));
        console.awaitUi("words across the picture", () -> warnings("c1") > 0);
        assertEquals(0, console.ui(() -> warnings("c0")));
        console.screenshot("wall-standstill-dark");
        assertTrue(console.ui(() -> isCovered(picture("c1"))), "the window that would look live is out of sight");
        assertFalse(pictures.get(1).shown().get(0).isClosed(), "it may come back");
        pictures.get(1).decode();
        console.awaitUi("live again", () -> !isCovered(picture("c1")));
    }

    @Test
    void theTimeWithoutAPictureIsCountedUntilOneIsBack() throws Exception {
        pictures.get(1).stopFlowing(Duration.ofSeconds(200));
        watch.say(Site.status("c1", ConnectionState.SUSPECT));
        console.awaitUi("words across the picture", () -> warnings("c1") > 0);
        watch.say(new CameraStatus(
                "c1", "c1", ConnectionState.LOST, StatusDetail.NONE, "", Site.NOON, OptionalLong.empty()));
        console.awaitUi("words in its place", () -> !picture("c1").isVisible());
        for (int i = 0; i < 2; i++) {
            byte[] told = console.ui(() -> body("c1").data);
            console.awaitUi("it counts", () -> !Arrays.equals(told, body("c1").data));
        }
        console.screenshot("wall-lost-dark");
        pictures.get(1).flow();
        watch.say(Site.status("c1", ConnectionState.STREAMING));
        awaitShown("c0", "c1", "c2", "c3");
    }

    @Test
    void aSecondWallHasAWindowOfItsOwn() throws Exception {
        command("org.rnvr.console.wall.new");
        console.awaitUi(
                "it is there",
                () -> page().findViewReference(LIVE, "2") != null && second().getShell() != console.window());
        console.awaitUi(
                "it shows pictures too",
                () -> pictures.get(0).shown().stream()
                                .filter(shown -> !shown.isClosed())
                                .count()
                        == 2);
        assertFalse(pictures.get(0).shown().get(0).isClosed(), "the first goes on");
        console.screenshot("wall-second-dark");
        console.ui(() -> {
            page().hideView(page().findViewReference(LIVE, "2"));
            return null;
        });
        console.awaitUi(
                "its views are closed",
                () -> pictures.get(0).shown().stream()
                                .filter(shown -> !shown.isClosed())
                                .count()
                        == 1);
    }

    @Test
    void aSecondWallStaysWhateverTheMainWindowShows() throws Exception {
        command("org.rnvr.console.wall.new");
        console.awaitUi("it shows pictures", () -> shownOnSecond().isPresent());
        assertEquals(said("Live 2 \u2013 IT_RNVR 2.1", "라이브 2 \u2013 IT_RNVR 2.1"), console.ui(() -> secondShell()
                .getText()));
        Shell shell = console.ui(LiveWallTest::secondShell);
        long window = console.ui(() -> ((Composite) shownOnSecond().orElseThrow()).embeddedHandle);
        showPerspective(RECORDINGS);
        console.awaitUi(
                "it alone shows them", () -> open(0) == 1 && shownOnSecond().isPresent());
        console.screenshot("wall-second-beside-recordings");
        assertTrue(console.ui(shell::isVisible), "its window was never closed");
        assertEquals(
                window,
                console.ui(() -> ((Composite) shownOnSecond().orElseThrow()).embeddedHandle),
                "its picture was never interrupted");
        console.ui(() -> {
            page().activate(secondWall());
            tour("1");
            return null;
        });
        awaitNextPage();
        console.ui(() -> {
            page().activate(secondWall());
            return null;
        });
        command("org.rnvr.console.wall.fullScreen");
        console.awaitUi("it fills its screen", shell::getFullScreen);
        assertFalse(console.ui(() -> console.window().getFullScreen()));
        command("org.rnvr.console.wall.leave");
        console.awaitUi("it does no longer", () -> !shell.getFullScreen());
        showPerspective(WATCHING);
        console.awaitUi("both walls show pictures", () -> open(0) == 2);
        closeSecond();
        command("org.rnvr.console.wall.new");
        console.awaitUi("it can be opened again", () -> shownOnSecond().isPresent());
        closeSecond();
    }

    /** By its tab, or by the command in the menu of the tab: the platform does the same. */
    @Test
    void aWallThatIsTakenOutStaysWhateverTheMainWindowShows() throws Exception {
        IWorkbenchPartSite site = console.ui(() -> page().showView(LIVE, TAKEN_OUT, IWorkbenchPage.VIEW_ACTIVATE))
                .getSite();
        console.awaitUi(
                "it is in front of the other",
                () -> pictures.get(0).shown().get(0).isClosed() && open(0) == 1);
        console.ui(() -> {
            MPlaceholder taken = site.getService(MPart.class).getCurSharedRef();
            site.getService(EModelService.class).detach(taken, 300, 200, 640, 480);
            return null;
        });
        console.awaitUi(
                "both show pictures", () -> open(0) == 2 && shownOnSecond().isPresent());
        showPerspective(RECORDINGS);
        console.awaitUi(
                "it alone shows them", () -> open(0) == 1 && shownOnSecond().isPresent());
        assertEquals(640, console.ui(() -> site.getShell().getSize().x));
        console.screenshot("wall-taken-out-beside-recordings");
        showPerspective(WATCHING);
        console.awaitUi("both show pictures again", () -> open(0) == 2);
        console.ui(() -> {
            site.getShell().close();
            return null;
        });
        console.awaitUi("it is closed", () -> open(0) == 1);
    }

    /** Ends a tour on the second page, as soon as it is seen: it would go on while its pictures are waited for. */
    private void awaitNextPage() {
        console.awaitUi("the pages turn", () -> {
            boolean turned = open(0) == 0 && open(4) == 1;
            if (turned) {
                tour("0");
            }
            return turned;
        });
    }

    /** Presses the button that a window has for that. */
    private void closeSecond() {
        console.ui(() -> {
            secondShell().close();
            return null;
        });
        console.awaitUi(
                "it is closed",
                () -> open(0) == 1
                        && page().findViewReference(LIVE, "2") == null
                        && RunningConsole.dialogs().isEmpty());
    }

    private static IViewPart secondWall() {
        return page().findViewReference(LIVE, "2").getView(false);
    }

    private static Shell secondShell() {
        return secondWall().getSite().getShell();
    }

    private Optional<Control> shownOnSecond() {
        return pictures.get(0).shown().stream()
                .filter(shown -> !shown.isClosed())
                .flatMap(shown -> console.nativeWindow(shown.window()).stream())
                .filter(window -> window.getShell() != console.window() && window.isVisible())
                .map(Control.class::cast)
                .findFirst();
    }

    private long open(int camera) {
        return pictures.get(camera).shown().stream()
                .filter(shown -> !shown.isClosed())
                .count();
    }

    private void showPerspective(String id) throws Exception {
        console.ui(() -> PlatformUI.getWorkbench().showPerspective(id, page().getWorkbenchWindow()));
    }

    @Test
    void aTileSaysInWordsWhoseItIsAndHowItIs() {
        assertEquals(Spoken.IMAGE, console.ui(() -> Spoken.role(tile("c0"))));
        assertEquals(said("c0: Streaming, Recording", "c0: 수신 중, 녹화 중"), console.ui(() -> Spoken.name(tile("c0"))));
        assertEquals(said("c1: Streaming", "c1: 수신 중"), console.ui(() -> Spoken.name(tile("c1"))));
        watch.say(Site.status("c1", ConnectionState.LOST));
        console.awaitUi("its loss is said", () -> Spoken.name(tile("c1")).equals(said("c1: Lost", "c1: 연결 끊김")));
    }

    @Test
    void aTourTurnsThePages() {
        command("org.rnvr.console.wall.tour", "org.rnvr.console.wall.tour.seconds", "1");
        awaitNextPage();
        awaitShown("c4", "c5", "c6", "c7");
        assertEquals("c0", selectedName(), "it does not select");
    }

    @Test
    void aPictureIsRotatedInTheConfiguration() {
        configuration.takeEdits();
        key(SWT.F9, 0);
        List<ConfigurationEdit> edits = new ArrayList<>();
        RunningConsole.await("it is written", () -> {
            edits.addAll(configuration.takeEdits());
            return !edits.isEmpty();
        });
        assertEquals(
                List.of(new ConfigurationEdit.PutCamera(
                        "c0", Map.of("video_transform", Map.of("enabled", true, "flip", "none", "rotation", 90)))),
                edits);
        assertFalse(configuration.wasChangedOnUiThread());
    }

    private void layout(int columns, int rows) {
        configuration.becomes(
                Site.configuration(Site.USUAL.ui(), streaming(new Layout(columns, rows)), KEYS, cameras()), List.of());
    }

    private static StreamingSettings streaming(Layout layout) {
        return Site.streaming(layout, StreamingSettings.DEFAULT.osd());
    }

    private static CameraSettings[] cameras() {
        return IntStream.range(0, CAMERAS)
                .mapToObj(number -> Site.camera(id(number), id(number), number, true))
                .toArray(CameraSettings[]::new);
    }

    private static String id(int number) {
        return "c" + number;
    }

    /** Waits until exactly these cameras are decoded, each in a window that can be seen. */
    private void awaitShown(String... expected) {
        List<String> ids = List.of(expected);
        console.awaitUi("on the screen: " + ids, () -> pictures.stream().allMatch(one -> {
            Optional<Pictures.Shown> open =
                    one.shown().stream().filter(shown -> !shown.isClosed()).findFirst();
            return ids.contains(one.cameraId())
                    ? open.flatMap(shown -> console.nativeWindow(shown.window()))
                            .filter(window -> window.isVisible() && !isCovered(window))
                            .isPresent()
                    : open.isEmpty();
        }));
    }

    private long window(int number) {
        return pictures.get(number).shown().stream()
                .filter(shown -> !shown.isClosed())
                .findFirst()
                .orElseThrow()
                .window();
    }

    private void command(String id, String... parameter) {
        console.ui(() -> {
            execute(id, parameter);
            return null;
        });
    }

    /** Presses a key somewhere in the window. */
    private void key(int code, int modifiers) {
        press(console.ui(console::window), code, modifiers);
    }

    private void tileKey(String camera, int code) {
        tileKey(camera, code, 0);
    }

    private void tileKey(String camera, int code, int modifiers) {
        press(console.ui(() -> tile(camera)), code, modifiers);
    }

    private void press(Control control, int code, int modifiers) {
        console.ui(() -> {
            Event event = new Event();
            event.keyCode = code;
            event.stateMask = modifiers;
            control.notifyListeners(SWT.KeyDown, event);
            return null;
        });
    }

    private void click(String camera) {
        mouse(camera, SWT.MouseDown);
    }

    private void doubleClick(String camera) {
        mouse(camera, SWT.MouseDown);
        mouse(camera, SWT.MouseDoubleClick);
    }

    private void mouse(String camera, int type) {
        console.ui(() -> {
            Event event = new Event();
            event.button = 1;
            picture(camera).notifyListeners(type, event);
            return null;
        });
    }

    private void notifyShell(int type) {
        console.ui(() -> {
            console.window().notifyListeners(type, new Event());
            return null;
        });
    }

    // From here on: on the UI thread.

    private static void execute(String id, String... parameter) throws CommandException {
        Command command =
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id);
        Map<String, String> parameters = parameter.length == 0 ? Map.of() : Map.of(parameter[0], parameter[1]);
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        command.setEnabled(handlers.getCurrentState());
        if (command.isEnabled()) {
            handlers.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
        }
    }

    private static void tour(String seconds) throws CommandException {
        execute("org.rnvr.console.wall.tour", "org.rnvr.console.wall.tour.seconds", seconds);
    }

    /** Whether a control beside it lies over all of it. */
    private static boolean isCovered(Control control) {
        return Stream.of(control.getParent().getChildren())
                .takeWhile(sibling -> sibling != control)
                .anyMatch(above -> above.isVisible()
                        && above.getBounds().union(control.getBounds()).equals(above.getBounds()));
    }

    private Composite picture(String camera) {
        return console.nativeWindow(window(Integer.parseInt(camera.substring(1))))
                .orElseThrow();
    }

    private Composite tile(String camera) {
        return picture(camera).getParent().getParent();
    }

    private Composite wall() {
        return tile("c0").getParent();
    }

    private Control second() {
        return pictures.get(0).shown().stream()
                .filter(shown -> !shown.isClosed())
                .flatMap(shown -> console.nativeWindow(shown.window()).stream())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Optional<Control> bar() {
        return Stream.of(wall().getParent().getChildren())
                .filter(child -> child != wall())
                .findFirst();
    }

    private static Point size(Rectangle area) {
        return new Point(area.width, area.height);
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    private static ISelection selection() {
        IViewPart live = page().findView(LIVE);
        return live.getSite().getSelectionProvider().getSelection();
    }

    private String selectedName() {
        return console.ui(() -> selection().toString().replaceAll(".*Camera\\[id=(\\w+),.*", "$1"));
    }

    /** What is on the screen in the place of a camera's picture. */
    private ImageData body(String camera) {
        Composite body = picture(camera).getParent();
        return RunningConsole.picture(Display.getCurrent().map(body, null, body.getClientArea()));
    }

    /** How many pixels of a camera's picture have the colour of warning. */
    private int warnings(String camera) {
        ImageData data = body(camera);
        int count = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                if (data.palette.getRGB(data.getPixel(x, y)).equals(WARNING)) {
                    count++;
                }
            }
        }
        return count;
    }
}
