package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Configuration;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.recording.Backups;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.RecordingCatalog;

/** The playback with a busy day behind it, driven by hand and by keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class PlaybackTest {

    private static final String WATCHING = "org.rnvr.console.watching";
    private static final String PLAYBACK = "org.rnvr.console.recordings";
    private static final String CAMERAS = "org.rnvr.console.cameras";
    private static final String VIEW = "org.rnvr.console.playback";
    private static final int RULER = 44;
    private static final int ROW = 36;
    private static final List<String> ROWS = List.of("gate", "yard", "ramp", "store");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final Archive archive =
            new Archive(Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(1800));
    private Cinema cinema;
    private Office office;
    private List<ServiceRegistration<?>> services = List.of();

    PlaybackTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void thePlaybackIsOpen() {
        configuration.becomes(withTheme(Theme.DARK), List.of());
        console.awaitUi("not beside the wall, where it would outlive its perspective", () -> !console.views()
                .contains(VIEW));
        cinema = new Cinema(console, archive);
        office = new Office();
        services = List.of(
                console.publish(RecordingCatalog.class, archive),
                console.publish(Playback.class, cinema),
                console.publish(Evidence.class, office),
                console.publish(Backups.class, office));
        perspective(PLAYBACK);
        console.awaitUi("the timeline is there", () -> timeline().isPresent());
        // Whoever opens it sees something; these tests choose for themselves.
        console.awaitUi("the first look", () -> pictures() > 0);
        showNone();
        console.awaitUi(
                "the tracks are there",
                () -> tip(100, 0).contains(said("ecorded", "녹화"))
                        && ROWS.stream()
                                .map(camera -> tip(100, ROWS.indexOf(camera)))
                                .noneMatch(this::isLoading));
        cinema.forgetClosed();
    }

    @AfterEach
    void theConsoleIsAsItWas() {
        ui(() -> {
            openDialogs().forEach(Shell::close);
            return null;
        });
        hideView();
        ui(() -> {
            page().resetPerspective();
            return null;
        });
        perspective(WATCHING);
        services.forEach(console::withdraw);
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void aBusyDayIsSeenWithoutWaitingForTheCatalog() throws Exception {
        assertTrue(tipAt("gate", archive.hours(1)).contains(said("Recorded", "녹화")), "recorded");
        String lost = tipAt("yard", archive.hours(7));
        assertTrue(lost.contains(said("the camera was lost", "카메라 연결 끊김")), lost);
        assertTrue(lost.contains(said("1 h 30 min", "1시간 30분")), lost);
        assertTrue(tipAt("gate", archive.hours(10.5)).contains(said("new pumps", "새 펌프")), "bookmark");
        assertTrue(tipAt("store", archive.hours(-1)).contains(said("Not recorded", "녹화 없음")), "before it all");
        assertFalse(archive.wasReadOnUiThread());
        screenshot("playback-empty-dark");
        show(4);
        go(archive.hours(7));
        screenshot("playback-day-dark");
        wide();
        configuration.becomes(withTheme(Theme.LIGHT), List.of());
        console.awaitUi(
                "light", () -> timeline().orElseThrow().getBackground().getRGB().getHSB()[2] > 0.5);
        screenshot("playback-day-light");
        zoomTo("yard", archive.hours(12.1), 60);
        go(archive.hours(12.1));
        screenshot("playback-minute-light");
        configuration.becomes(withTheme(Theme.DARK), List.of());
        console.awaitUi(
                "dark", () -> timeline().orElseThrow().getBackground().getRGB().getHSB()[2] < 0.5);
        screenshot("playback-minute-dark");
    }

    private void wide() throws Exception {
        Rectangle usual = ui(() -> console.window().getBounds());
        ui(() -> {
            console.window().setBounds(0, 0, 1800, 1000);
            return null;
        });
        console.awaitUi("wide", () -> timeline().orElseThrow().getBounds().width > 1000);
        screenshot("playback-wide-dark");
        ui(() -> {
            console.window().setBounds(usual);
            return null;
        });
        console.awaitUi(
                "as before",
                () -> console.window().getBounds().equals(usual)
                        && timeline().orElseThrow().getBounds().width < 700);
    }

    @Test
    void keysSwitchBetweenWatchingAndPlayback() throws Exception {
        assertEquals(WATCHING, perspectiveOf("M1+1"));
        assertEquals(PLAYBACK, perspectiveOf("M1+2"));
    }

    private String perspectiveOf(String keys) throws Exception {
        KeySequence sequence = KeySequence.getInstance(keys);
        return ui(() -> (String) PlatformUI.getWorkbench()
                .getService(IBindingService.class)
                .getPerfectMatch(sequence)
                .getParameterizedCommand()
                .getParameterMap()
                .get(IWorkbenchCommandConstants.PERSPECTIVES_SHOW_PERSPECTIVE_PARM_ID));
    }

    @Test
    void theCameraThatIsSelectedIsSeenAtTheEndOfItsRecordings() throws Exception {
        hideView();
        console.awaitUi("closed", () -> timeline().isEmpty());
        perspective(WATCHING);
        ui(() -> page().showView(CAMERAS));
        ui(() -> {
            console.select(2);
            return null;
        });
        perspective(PLAYBACK);
        ui(() -> page().showView(VIEW));
        console.awaitUi("its picture", () -> pictures() == 1);
        Cinema.Shown ramp = cinema.shown().get(0);
        assertEquals("ramp", ramp.cameraId());
        Instant end = archive.hours(20).minusMillis(40);
        console.awaitUi("its end", () -> cinema.position().equals(end.minusSeconds(10)) && settled());
        assertTrue(tip(x("ramp", end.minusSeconds(10)), 0).contains(said("Loading ramp", "하역장")), "it is in sight");
        screenshot("playback-first-look-dark");
        go(archive.hours(2));
        archive.addBookmark("gate", archive.hours(1), archive.hours(1), "changed");
        console.awaitUi("the catalog was looked at again", () -> tip(x("gate", archive.hours(1)), 1)
                .contains("changed"));
        assertEquals(archive.hours(2), cinema.position(), "only the first look goes anywhere");
        assertEquals(1, pictures());
    }

    @Test
    void theCamerasAreThereAgainWhenTheViewIsOpenedAnew() {
        show(2);
        hideView();
        console.awaitUi("closed", () -> pictures() == 0);
        ui(() -> page().showView(VIEW));
        console.awaitUi("the same pictures", () -> pictures() == 2);
    }

    @Test
    void theWheelZoomsAroundTheMouse() {
        int x = x("gate", archive.hours(5));
        Instant under = momentAt(x);
        Instant beside = momentAt(x + 100);
        for (int i = 0; i < 12; i++) {
            wheel(x, 1);
        }
        assertEquals(0, ChronoUnit.MINUTES.between(under, momentAt(x)), "what is under the mouse stays");
        assertTrue(momentAt(x + 100).isBefore(beside.minusSeconds(60)), "what is beside it comes nearer");
        for (int i = 0; i < 40; i++) {
            wheel(x, -1);
        }
        assertTrue(ChronoUnit.DAYS.between(momentAt(x), momentAt(x + 300)) > 5, "a month is seen");
    }

    @Test
    void aClickGoesThereAndTheCursorScrubs() {
        show(1);
        cinema.requests().clear();
        int x = x("gate", archive.hours(5));
        mouse(SWT.MouseDown, x, RULER + 5, 0);
        mouse(SWT.MouseUp, x, RULER + 5, 0);
        assertEquals(List.of("seek"), cinema.requests());
        assertEquals(0, ChronoUnit.MINUTES.between(archive.hours(5), cinema.position()), 3);
        mouse(SWT.MouseDown, x, 30, 0);
        for (int i = 1; i <= 5; i++) {
            mouse(SWT.MouseMove, x + i * 10, 30, 0);
        }
        mouse(SWT.MouseUp, x + 50, 30, 0);
        assertEquals(List.of("seek", "scrub", "scrub", "scrub", "scrub", "scrub", "scrub", "seek"), cinema.requests());
        console.awaitUi("the clock follows", () -> clock().getText().equals(text(cinema.position())));
        Instant before = momentAt(x);
        mouse(SWT.MouseDown, x - 100, RULER + ROW + 5, 0);
        mouse(SWT.MouseMove, x - 60, RULER + ROW + 5, 0);
        mouse(SWT.MouseUp, x - 60, RULER + ROW + 5, 0);
        assertEquals(before, momentAt(x + 40), "dragging a row pans");
    }

    @Test
    void keysPlay() {
        show(2);
        cinema.requests().clear();
        key(' ');
        console.awaitUi("plays", () -> cinema.requests().contains("play 1.0") && settled());
        key('l');
        console.awaitUi("plays faster", () -> cinema.requests().contains("play 2.0") && settled());
        key('j');
        key('k');
        key('.');
        key(SWT.ARROW_LEFT);
        assertEquals(List.of("play 1.0", "play 2.0", "play -1.0", "pause", "step 1", "step -1"), cinema.requests());
        Instant next = archive.hours(7.5);
        go(archive.hours(7));
        key(SWT.ARROW_RIGHT, SWT.MOD1);
        console.awaitUi("the next stretch", () -> !cinema.position().isBefore(next));
        key(']');
        console.awaitUi("the next bookmark", () -> cinema.position().equals(archive.hours(10)));
        key(SWT.ARROW_DOWN);
        key(SWT.ARROW_DOWN);
        key(SWT.CR);
        console.awaitUi(
                "a third camera",
                () -> cinema.shown().stream().filter(view -> !view.isClosed()).count() == 3);
        key(SWT.ARROW_UP);
    }

    @Test
    void aKeyOfThisViewIsNotTakenByAMenuThatHasItToo() {
        Watch watch = new Watch();
        watch.say(Site.status("gate", ConnectionState.DISCONNECTED));
        ServiceRegistration<?> monitor = console.publish(CameraMonitor.class, watch);
        try {
            configuration.becomes(
                    Site.configuration(
                            withTheme(Theme.DARK).ui(),
                            StreamingSettings.DEFAULT,
                            Map.of("camera_connect_all", "K"),
                            Site.CAMERAS),
                    List.of());
            show(1);
            cinema.requests().clear();
            key('k');
            assertEquals(List.of("pause"), cinema.requests());
            assertEquals(List.of(), watch.requests());
            ui(() -> {
                Event event = new Event();
                event.keyCode = 'k';
                console.window().notifyListeners(SWT.KeyDown, event);
                return null;
            });
            console.awaitUi("the menu", () -> watch.requests().contains("connect gate"));
        } finally {
            console.withdraw(monitor);
        }
    }

    @Test
    void whatIsFoundAfterTheViewHasGoneIsPassedOver() {
        List<IStatus> logged = new CopyOnWriteArrayList<>();
        ILogListener log = (status, bundle) -> logged.add(status);
        Platform.addLogListener(log);
        try {
            archive.hold();
            key('[');
            hideView();
            archive.letGo();
            RunningConsole.await("it is found", () -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("rnvr-console-jumps")));
            ui(() -> null); // here it comes to the view
            assertEquals(List.of(), logged);
        } finally {
            archive.letGo();
            Platform.removeLogListener(log);
        }
    }

    @Test
    void keysMoveOnTheTimeline() {
        show(1);
        go(archive.hours(5));
        Instant left = momentAt(0);
        Instant right = momentAt(width() - 1);
        long step = ChronoUnit.SECONDS.between(left, right) / 40;
        key(SWT.ARROW_RIGHT, SWT.ALT);
        assertEquals(step, ChronoUnit.SECONDS.between(archive.hours(5), cinema.position()), step / 10.0);
        key(SWT.ARROW_LEFT, SWT.ALT);
        key(SWT.ARROW_LEFT, SWT.ALT);
        assertEquals(-step, ChronoUnit.SECONDS.between(archive.hours(5), cinema.position()), step / 10.0);
        key(SWT.HOME);
        assertEquals(archive.hours(0), cinema.position());
        AtomicReference<DateTime> calendar = new AtomicReference<>();
        Listener focus = event -> {
            if (event.widget instanceof DateTime one) {
                calendar.set(one);
            }
        };
        ui(() -> {
            console.window().forceActive();
            Display.getCurrent().addFilter(SWT.FocusIn, focus);
            return null;
        });
        key('c');
        // It goes again as soon as another window has the keyboard.
        console.awaitUi("the calendar had the keyboard", () -> calendar.get() != null);
        ui(() -> {
            Display.getCurrent().removeFilter(SWT.FocusIn, focus);
            if (!calendar.get().isDisposed()) {
                calendar.get().getShell().close();
            }
            return null;
        });
    }

    @Test
    void aToolBarKeepsTheKeysThatWalkAlongIt() {
        show(1);
        cinema.requests().clear();
        ui(() -> {
            Control bar = console.find(control -> control instanceof ToolBar && isBesideTheClock(control))
                    .orElseThrow();
            for (int keyCode : new int[] {SWT.ARROW_LEFT, ' ', '.'}) {
                Event event = new Event();
                event.keyCode = keyCode;
                bar.notifyListeners(SWT.KeyDown, event);
            }
            return null;
        });
        assertEquals(List.of("step 1"), cinema.requests());
    }

    @Test
    void aPictureIsDrawnAgainWhenADialogOrAMenuLaidOverIt() {
        show(1);
        Cinema.Shown picture = cinema.shown().get(0);
        int before = picture.redraws();
        ui(() -> {
            console.window().notifyListeners(SWT.Activate, new Event());
            return null;
        });
        console.awaitUi("after a dialog", () -> picture.redraws() > before);
        int between = picture.redraws();
        ui(() -> {
            timeline().orElseThrow().getMenu().notifyListeners(SWT.Hide, new Event());
            return null;
        });
        console.awaitUi("after a menu", () -> picture.redraws() > between);
    }

    private boolean isBesideTheClock(Control control) {
        return control.getParent() == clock().getParent();
    }

    @Test
    void theMenuHasTheKeysOfWhatIsOtherwiseDoneByHand() {
        List<String> keys =
                ui(() -> Arrays.stream(timeline().orElseThrow().getMenu().getItems())
                        .map(MenuItem::getText)
                        .filter(words -> words.contains("\t"))
                        .map(words -> words.substring(words.indexOf('\t') + 1))
                        .toList());
        assertTrue(
                keys.containsAll(List.of("Enter", "Home", "End", "G", "C", "+", "-", "I", "O", "Esc", "R")),
                () -> "seen " + keys);
    }

    @Test
    void aSelectionIsRepeatedAndItsMarksMayComeInAnyOrder() {
        show(1);
        go(archive.hours(5));
        pressRepeat();
        assertFalse(ui(() -> repeat().getSelection()), "there is nothing to repeat");
        key('i');
        key('o');
        String refused = said("The selection cannot end where it begins.", "선택 구간의 시작과 끝은 같을 수 없습니다.");
        console.awaitUi("it is refused", () -> console.find(
                        control -> control instanceof Canvas && refused.equals(control.getToolTipText()))
                .isPresent());
        go(archive.hours(4));
        key('o');
        cinema.requests().clear();
        pressRepeat();
        console.awaitUi("it is repeated", () -> repeat().getSelection());
        assertEquals(Optional.of(new Player.Range(archive.hours(4), archive.hours(5))), cinema.repeated());
        key('r');
        console.awaitUi("it is not any more", () -> !repeat().getSelection());
        assertEquals(List.of("repeat true", "repeat false"), cinema.requests());
    }

    private void pressRepeat() {
        ui(() -> {
            repeat().setSelection(!repeat().getSelection());
            repeat().notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }

    private ToolItem repeat() {
        return all(clock().getParent())
                .filter(ToolBar.class::isInstance)
                .flatMap(bar -> Arrays.stream(((ToolBar) bar).getItems()))
                .filter(item -> (item.getStyle() & SWT.CHECK) != 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPictureSaysOfWhenItIsOrWhyThereIsNone() throws Exception {
        show(4);
        assertEquals(4, cinema.shown().size());
        go(archive.hours(7));
        Cinema.Shown yard = cinema.shown().stream()
                .filter(view -> view.cameraId().equals("yard"))
                .findFirst()
                .orElseThrow();
        console.awaitUi(
                "no picture of what is missing",
                () -> !console.nativeWindow(yard.window()).orElseThrow().isVisible());
        go(archive.hours(8));
        console.awaitUi(
                "the picture again",
                () -> console.nativeWindow(yard.window()).orElseThrow().isVisible());
        head(0);
        console.awaitUi("one camera less", () -> cinema.shown().stream().anyMatch(Cinema.Shown::isClosed));
        console.withdraw(services.get(1));
        console.awaitUi("the player is closed", () -> cinema.isClosed());
        services = List.of(services.get(0), services.get(2), services.get(3));
    }

    @Test
    void theClockTakesWhatIsWritten() {
        show(1);
        ui(() -> {
            clock().setText(text(archive.hours(9)));
            clock().notifyListeners(SWT.DefaultSelection, new Event());
            return null;
        });
        assertEquals(archive.hours(9), cinema.position());
        int requests = cinema.requests().size();
        ui(() -> {
            clock().setText("yesterday");
            clock().notifyListeners(SWT.DefaultSelection, new Event());
            return null;
        });
        assertEquals(requests, cinema.requests().size());
    }

    @Test
    void aBookmarkIsKeptFoundAndRemoved() throws Exception {
        show(1);
        select(archive.hours(4), archive.hours(5));
        screenshot("playback-selection-dark");
        later('b');
        console.awaitUi("the dialog", () -> dialog().isPresent());
        ui(() -> {
            text(dialog().orElseThrow(), SWT.MULTI).setText(said("Somebody at the fence", "울타리에 누군가 있음"));
            return null;
        });
        screenshot("playback-bookmark-dark");
        press(said("Keep", "저장"));
        RunningConsole.await("it is kept", () -> archive.all().size() == 4);
        var kept = archive.all().get(3);
        assertEquals("gate", kept.cameraId());
        assertEquals(0, ChronoUnit.MINUTES.between(archive.hours(4), kept.from()), 3);
        console.awaitUi("it is listed", () -> bookmarks().getItemCount() == 4);
        ui(() -> {
            search().setText(said("FENCE", "울타리"));
            return null;
        });
        console.awaitUi("it is found", () -> bookmarks().getItemCount() == 1);
        ui(() -> {
            bookmarks().select(0);
            bookmarks().notifyListeners(SWT.Selection, new Event());
            bookmarks().notifyListeners(SWT.DefaultSelection, new Event());
            return null;
        });
        console.awaitUi("it is gone to", () -> cinema.position().equals(kept.from()));
        console.later(() -> {
            Event edit = new Event();
            edit.keyCode = 'e';
            bookmarks().notifyListeners(SWT.KeyDown, edit);
        });
        console.awaitUi("the dialog with the note", () -> dialog().filter(
                        shell -> text(shell, SWT.MULTI).getText().equals(kept.note()))
                .isPresent());
        ui(() -> {
            text(dialog().orElseThrow(), SWT.MULTI).setText(said("Two people at the fence", "울타리에 두 사람이 있음"));
            return null;
        });
        press(said("Keep", "저장"));
        RunningConsole.await(
                "it is changed",
                () -> archive.all().size() == 4
                        && archive.all().get(3).note().equals(said("Two people at the fence", "울타리에 두 사람이 있음")));
        var changed = archive.all().get(3);
        assertEquals("gate", changed.cameraId());
        assertEquals(0, ChronoUnit.MILLIS.between(kept.from(), changed.from()), 1);
        assertEquals(0, ChronoUnit.MILLIS.between(kept.to(), changed.to()), 1);
        console.awaitUi(
                "the change is listed",
                () -> bookmarks().getItemCount() == 1
                        && bookmarks().getItem(0).getText(1).equals(changed.note()));
        removeFirst(said("Cancel", "취소"));
        assertEquals(4, archive.all().size(), "it stays when that was not meant");
        removeFirst(said("Remove", "삭제"));
        RunningConsole.await("it is removed", () -> archive.all().size() == 3);
        ui(() -> {
            search().setText("");
            return null;
        });
        console.awaitUi("it is no longer listed", () -> bookmarks().getItemCount() == 3);
    }

    @Test
    void theTimeOfABookmarkIsWholeBesideThePictures() {
        console.awaitUi(
                "they are listed",
                () -> bookmarks().getItemCount() == archive.all().size());
        console.awaitUi("each time is whole", () -> Arrays.stream(bookmarks().getItems())
                .allMatch(item -> {
                    Rectangle cell = item.getBounds(0);
                    return item.getText(0).matches(said("\\d+ \\w+ \\d+:\\d+", "\\d+/\\d+ \\d+:\\d+"))
                            && cell.x + cell.width <= bookmarks().getClientArea().width
                            && width(item.getText(0)) <= item.getTextBounds(0).width;
                }));
    }

    private int width(String words) {
        GC gc = new GC(bookmarks());
        try {
            return gc.textExtent(words).x;
        } finally {
            gc.dispose();
        }
    }

    /** Asks for the first bookmark to be removed, and answers the question, which names it. */
    private void removeFirst(String answer) throws Exception {
        console.later(() -> {
            bookmarks().select(0);
            bookmarks().notifyListeners(SWT.Selection, new Event());
            Event delete = new Event();
            delete.keyCode = SWT.DEL;
            bookmarks().notifyListeners(SWT.KeyDown, delete);
        });
        console.awaitUi("the question", () -> dialog().isPresent());
        String question = ui(() -> String.join(" ", RunningConsole.words(dialog().orElseThrow())));
        assertTrue(
                question.contains(said("Two people at the fence", "울타리에 두 사람이 있음"))
                        && question.contains(said("Gate", "정문")),
                question);
        screenshot("playback-bookmark-remove-dark");
        press(answer);
        console.awaitUi("the question has gone", () -> dialog().isEmpty());
    }

    @Test
    void anExportRunsInTheBackgroundAndTellsWhereItIs() throws Exception {
        show(2);
        select(archive.hours(4), archive.hours(4.5));
        office.hold();
        later('e');
        console.awaitUi("the dialog", () -> dialog().isPresent());
        screenshot("playback-export-dark");
        assertEquals(List.of(), ui(() -> Walk.around(dialog().orElseThrow())));
        press(said("Export", "내보내기"));
        RunningConsole.await("it is at work", () -> office.exports().size() == 1);
        assertEquals(List.of("gate", "yard"), office.exports().get(0).cameraIds());
        console.awaitUi("its progress is seen", () -> console.find(
                        control -> control.getClass().getSimpleName().equals("ProgressInfoItem"))
                .isPresent());
        screenshot("playback-exporting-dark");
        office.letGo();
        console.awaitUi("it tells", () -> dialog().isPresent());
        assertTrue(ui(() -> words(dialog().orElseThrow())).contains(Office.FOLDER.toString()));
        screenshot("playback-exported-dark");
        office.find(List.of(
                said("gate.mp4: its hash is not the one of the manifest", "gate.mp4: 해시가 목록과 다릅니다"),
                said("yard.mp4: is missing", "yard.mp4: 파일이 없습니다")));
        press(said("Verify", "검증"));
        console.awaitUi("the report", () -> openDialogs().size() == 2);
        assertTrue(ui(() -> openDialogs().stream()
                .anyMatch(shell -> words(shell).contains(said("yard.mp4: is missing", "yard.mp4: 파일이 없습니다")))));
        screenshot("playback-verified-dark");
        assertFalse(office.wasCalledOnUiThread());
    }

    @Test
    void anExportThatIsCancelledTellsNothing() {
        show(1);
        office.hold();
        later('e');
        console.awaitUi("the dialog", () -> dialog().isPresent());
        press(said("Export", "내보내기"));
        RunningConsole.await("it is at work", () -> office.exports().size() == 1);
        Stream.of(Job.getJobManager().find(null))
                .filter(job -> job.getName().startsWith(said("Export ", "내보내기: ")))
                .forEach(Job::cancel);
        RunningConsole.await("it was cancelled", office::wasCancelled);
        assertTrue(ui(() -> dialog().isEmpty()));
    }

    @Test
    void deletingSaysWhatIsProtected() throws Exception {
        show(1);
        select(archive.hours(9.5), archive.hours(11));
        later(SWT.DEL);
        console.awaitUi(
                "the dialog counts", () -> dialog().filter(shell -> words(shell).contains(said("new pumps", "새 펌프")))
                        .isPresent());
        screenshot("playback-delete-dark");
        press(said("Delete", "삭제"));
        RunningConsole.await("it is deleted", () -> office.selections().size() == 1);
        assertFalse(office.bookmarkedToo());
        assertEquals(List.of("gate"), office.selections().get(0).cameraIds());
        console.awaitUi("it tells", () -> dialog().filter(shell -> words(shell).contains("12"))
                .isPresent());
    }

    @Test
    void aBackupThatFailsSaysWhy() throws Exception {
        show(1);
        later('u');
        console.awaitUi("the dialog", () -> dialog().isPresent());
        ui(() -> {
            Text[] fields = all(dialog().orElseThrow())
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .toArray(Text[]::new);
            fields[2].setText("/media/stick");
            return null;
        });
        screenshot("playback-backup-dark");
        press(said("Back Up", "백업"));
        console.awaitUi(
                "it tells why", () -> dialog().filter(shell -> words(shell).contains("/media/stick"))
                        .filter(shell -> button(shell, said("Close", "닫기")).isPresent())
                        .isPresent());
        assertEquals(1, office.selections().size());
        press(said("Close", "닫기"));
        console.awaitUi("no dialog", () -> dialog().isEmpty());
        console.later(() -> {
            throw new IllegalStateException("a backup that failed is not part of this");
        });
        console.awaitUi("another error", () -> dialog().isPresent());
        assertEquals(said("Problem Occurred", "문제 발생"), ui(() -> dialog().orElseThrow()
                .getText()));
    }

    /** On the UI thread, which may be this one. */
    private <T> T ui(Callable<T> task) {
        if (Display.getCurrent() == null) {
            return console.ui(task);
        }
        try {
            return task.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void perspective(String id) {
        ui(() -> {
            PlatformUI.getWorkbench()
                    .showPerspective(id, PlatformUI.getWorkbench().getActiveWorkbenchWindow());
            return null;
        });
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    private void hideView() {
        ui(() -> {
            Arrays.stream(page().getViewReferences())
                    .filter(view -> view.getId().equals(VIEW))
                    .forEach(page()::hideView);
            return null;
        });
    }

    private long pictures() {
        return cinema.shown().stream().filter(view -> !view.isClosed()).count();
    }

    private void showNone() {
        for (long shown = pictures(); shown > 0; shown--) {
            head(0);
        }
        console.awaitUi("no pictures", () -> pictures() == 0);
    }

    private void show(int cameras) {
        for (int i = 0; i < cameras; i++) {
            head(i);
        }
        console.awaitUi(cameras + " pictures", () -> pictures() == cameras);
    }

    private void head(int row) {
        ui(() -> {
            Composite parent = timeline().orElseThrow().getParent();
            Control heads = Arrays.stream(parent.getChildren())
                    .filter(control ->
                            control.getBounds().y == timeline().orElseThrow().getBounds().y
                                    && control instanceof Canvas
                                    && control != timeline().orElseThrow())
                    .findFirst()
                    .orElseThrow();
            for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
                Event event = new Event();
                event.button = 1;
                event.x = 12;
                event.y = RULER + row * ROW + ROW / 2;
                heads.notifyListeners(type, event);
            }
            return null;
        });
    }

    private void go(Instant moment) {
        ui(() -> {
            clock().setText(text(moment));
            clock().notifyListeners(SWT.DefaultSelection, new Event());
            return null;
        });
        console.awaitUi("it is there", () -> settled() && cinema.position().equals(moment));
    }

    private boolean settled() {
        return clock().getText().equals(text(cinema.position()));
    }

    private void select(Instant from, Instant to) {
        int left = x("gate", from);
        int right = x("gate", to);
        mouse(SWT.MouseDown, left, RULER + 5, SWT.SHIFT);
        mouse(SWT.MouseMove, (left + right) / 2, RULER + 5, SWT.SHIFT);
        mouse(SWT.MouseMove, right, RULER + 5, SWT.SHIFT);
        mouse(SWT.MouseUp, right, RULER + 5, SWT.SHIFT);
    }

    private void zoomTo(String camera, Instant moment, long seconds) {
        for (int i = 0; i < 80; i++) {
            int x = x(camera, moment);
            if (ChronoUnit.SECONDS.between(momentAt(0), momentAt(width() - 1)) <= seconds) {
                return;
            }
            wheel(x, 1);
        }
    }

    private int width() {
        return ui(() -> timeline().orElseThrow().getClientArea().width);
    }

    /** The column of a moment, found as a person finds it: by what the tip says. */
    private int x(String camera, Instant moment) {
        int low = 0;
        int high = width() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (momentAt(middle).isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Instant momentAt(int x) {
        String first = tip(x, 0).lines().findFirst().orElseThrow();
        return LocalDateTime.parse(first.substring(first.length() - 19), CLOCK)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private String tipAt(String camera, Instant moment) {
        return tip(x(camera, moment), ROWS.indexOf(camera));
    }

    private boolean isLoading(String tip) {
        return tip.isEmpty() || tip.contains(said("Loading…", "불러오는 중…"));
    }

    private String tip(int x, int row) {
        mouse(SWT.MouseMove, x, RULER + row * ROW + 8, 0);
        return Optional.ofNullable(ui(() -> timeline().orElseThrow().getToolTipText()))
                .orElse("");
    }

    private void mouse(int type, int x, int y, int modifiers) {
        ui(() -> {
            Event event = new Event();
            event.x = x;
            event.y = y;
            event.button = type == SWT.MouseMove ? 0 : 1;
            event.stateMask = modifiers;
            timeline().orElseThrow().notifyListeners(type, event);
            return null;
        });
    }

    private void wheel(int x, int count) {
        ui(() -> {
            Event event = new Event();
            event.x = x;
            event.y = RULER + 5;
            event.count = count;
            timeline().orElseThrow().notifyListeners(SWT.MouseVerticalWheel, event);
            return null;
        });
    }

    private void key(int keyCode) {
        key(keyCode, 0);
    }

    private void key(int keyCode, int modifiers) {
        ui(() -> {
            press(keyCode, modifiers);
            return null;
        });
    }

    /** A key that opens a dialog. */
    private void later(int keyCode) {
        console.later(() -> press(keyCode, 0));
    }

    private void press(int keyCode, int modifiers) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.stateMask = modifiers;
        timeline().orElseThrow().notifyListeners(SWT.KeyDown, event);
    }

    private void press(String button) {
        console.later(
                () -> button(dialog().orElseThrow(), button).orElseThrow().notifyListeners(SWT.Selection, new Event()));
    }

    private void screenshot(String name) throws Exception {
        ui(() -> {
            cinema.shown().stream().filter(view -> !view.isClosed()).forEach(view -> console.nativeWindow(view.window())
                    .ifPresent(Control::redraw));
            return null;
        });
        // What is drawn meanwhile comes with the next frame.
        console.screenshot(name);
        console.screenshot(name);
    }

    private Optional<Canvas> timeline() {
        return console.find(control -> control instanceof Canvas canvas
                        && (canvas.getStyle() & SWT.V_SCROLL) != 0
                        && canvas.isVisible()
                        && canvas.getClass() == Canvas.class
                        && canvas.isListening(SWT.MouseVerticalWheel))
                .map(Canvas.class::cast);
    }

    private Text clock() {
        return (Text) console.find(control -> control instanceof Text field
                        && field.isVisible()
                        && field.getToolTipText() != null
                        && field.getToolTipText().contains("14:03:22"))
                .orElseThrow();
    }

    private Table bookmarks() {
        return console.tables().stream()
                .filter(table -> table.getColumnCount() == 4)
                .findFirst()
                .orElseThrow();
    }

    private Text search() {
        return (Text) console.find(control ->
                        control instanceof Text field && !field.getMessage().isEmpty() && field.isVisible())
                .orElseThrow();
    }

    private Optional<Shell> dialog() {
        return openDialogs().stream().findFirst();
    }

    private List<Shell> openDialogs() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible()
                        && shell != console.window()
                        && !shell.getText().isEmpty())
                .toList();
    }

    private static Text text(Shell shell, int style) {
        return all(shell)
                .filter(control -> control instanceof Text && (control.getStyle() & style) != 0)
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Button> button(Shell shell, String words) {
        return all(shell)
                .filter(control -> control instanceof Button button
                        && button.getText().replace("&", "").equals(words))
                .map(Button.class::cast)
                .findFirst();
    }

    private static String words(Shell shell) {
        StringBuilder words = new StringBuilder();
        all(shell).forEach(control -> {
            if (control instanceof Label label) {
                words.append(label.getText()).append('\n');
            } else if (control instanceof Text field) {
                words.append(field.getText()).append('\n');
            }
        });
        return words.toString();
    }

    private static Stream<Control> all(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(
                        Stream.of(control),
                        Arrays.stream(composite.getChildren()).flatMap(PlaybackTest::all))
                : Stream.of(control);
    }

    private static String text(Instant moment) {
        return CLOCK.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static Configuration withTheme(Theme theme) {
        UiSettings usual = Site.USUAL.ui();
        return Site.configuration(
                new UiSettings(
                        theme,
                        usual.showStatusBar(),
                        usual.fullscreenOnStart(),
                        usual.fullscreenAutoHide(),
                        usual.fullscreenAutoHideDelay(),
                        usual.window(),
                        new UiSettings.DockState(true, true, false)),
                Site.CAMERAS);
    }
}
