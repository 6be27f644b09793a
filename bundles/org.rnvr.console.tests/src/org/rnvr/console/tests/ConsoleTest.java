package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.Theme;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingState;

/** The whole workbench on a real display, in the language that this run has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OneConsole.class)
@Order(Integer.MAX_VALUE)
class ConsoleTest {

    private static final RGB WARNING = new RGB(240, 176, 0);
    private final SiteConfiguration configuration;
    private final RunningConsole console;
    private final UiWatchdog watchdog;
    private Watch watch;
    private Tape tape;
    private Pictures gate;
    private Pictures yard;
    private ServiceRegistration<CameraMonitor> monitor;
    private List<ServiceRegistration<?>> others = List.of();

    ConsoleTest(RunningConsole console, SiteConfiguration configuration, UiWatchdog watchdog) {
        this.console = console;
        this.configuration = configuration;
        this.watchdog = watchdog;
    }

    @BeforeEach
    void aDayLikeAnyOther() {
        watch = new Watch();
        tape = new Tape();
        gate = new Pictures("gate");
        yard = new Pictures("yard");
        watch.say(Site.status("gate", ConnectionState.STREAMING));
        watch.say(Site.status("yard", ConnectionState.CONNECTING));
        watch.say(Site.status(
                "ramp",
                ConnectionState.RECONNECTING,
                StatusDetail.COMMUNICATION_ERROR,
                said("No answer from 192.0.2.7; attempt 3.", "192.0.2.7 응답 없음, 3번째 시도.")));
        watch.say(Site.status("store", ConnectionState.DISCONNECTED, StatusDetail.STOPPED, ""));
        tape.say(Site.recording("gate", RecordingState.RECORDING));
        tape.say(Site.recording("yard", RecordingState.WAITING));
        configuration.becomes(Site.USUAL, List.of());
        monitor = console.publish(CameraMonitor.class, watch);
        others = List.of(
                console.publish(Recorder.class, tape),
                console.publish(CameraPipeline.class, gate),
                console.publish(CameraPipeline.class, yard));
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        console.awaitUi("all cameras are listed", () -> console.cameras().getItemCount() == Site.CAMERAS.length);
        select(0);
        console.awaitUi(
                "the picture of the first camera is there",
                () -> gate.shown().size() == 1
                        && console.nativeWindow(gate.shown().get(0).window())
                                .filter(Composite::isVisible)
                                .isPresent());
    }

    @AfterEach
    void everybodyGoes() {
        if (!console.hasEnded()) {
            console.withdraw(monitor);
            others.forEach(console::withdraw);
            console.awaitUi("no picture is left", () -> Stream.of(gate, yard)
                    .flatMap(pipeline -> pipeline.shown().stream())
                    .allMatch(Pictures.Shown::isClosed));
        }
        Stream.of(gate, yard).flatMap(pipeline -> pipeline.shown().stream()).forEach(Pictures.Shown::leave);
    }

    @Test
    void everyCameraIsListedWithItsStates() throws Exception {
        assertEquals("IT_RNVR 2.1", console.ui(() -> console.window().getText()));
        assertEquals(5, console.ui(() -> console.cameras().getItemCount()));
        List<String> first = console.ui(() -> console.row(0));
        assertEquals(
                List.of(said("Gate", "정문"), said("Streaming", "수신 중"), said("Recording", "녹화 중")), first.subList(0, 3));
        assertFalse(first.get(3).isEmpty(), "since when");
        assertEquals(
                List.of(said("Loading ramp", "하역장"), said("Reconnecting", "재연결 중"), said("Not recording", "녹화 안 함")),
                console.ui(() -> console.row(2)).subList(0, 3));
        assertTrue(console.ui(() -> console.row(2)).get(8).contains("192.0.2.7"));
        assertEquals(
                said("Switched off", "사용 안 함"), console.ui(() -> console.row(4)).get(1));
        for (int row = 0; row < 5; row++) {
            int index = row;
            assertNotNull(console.ui(() -> console.cameras().getItem(index).getImage(1)), "symbol of row " + row);
        }
        console.screenshot("cameras-dark");
    }

    @Test
    void theListFollowsMonitorAndConfiguration() {
        select(1);
        watch.say(Site.status("yard", ConnectionState.STREAMING));
        console.awaitUi("the row follows", () -> console.row(1).get(1).equals(said("Streaming", "수신 중")));
        assertEquals(1, console.ui(() -> console.cameras().getSelectionIndex()), "the selection stays");
        console.withdraw(monitor);
        console.awaitUi("nobody watches", () -> console.row(1).get(1).equals(said("Not watched", "감시 안 함")));
        monitor = console.publish(CameraMonitor.class, watch);
        console.awaitUi("somebody watches again", () -> console.row(1).get(1).equals(said("Streaming", "수신 중")));
        configuration.becomes(
                Site.configuration(configuration.current().ui(), Site.CAMERAS[2], Site.CAMERAS[3]), List.of());
        console.awaitUi("removed cameras are gone", () -> console.cameras().getItemCount() == 2);
    }

    @Test
    void theSelectedCameraIsShownAndItsWindowOutlivesTheTile() {
        Pictures.Shown first = gate.shown().get(0);
        assertTrue(console.ui(
                () -> console.nativeWindow(first.window()).orElseThrow().isVisible()));
        watch.say(Site.status("yard", ConnectionState.STREAMING));
        select(1);
        console.awaitUi(
                "the other camera is on the tile",
                () -> yard.shown().size() == 1
                        && console.nativeWindow(yard.shown().get(0).window())
                                .filter(Composite::isVisible)
                                .isPresent());
        assertTrue(first.isClosed());
        assertFalse(
                console.ui(
                        () -> console.nativeWindow(first.window()).orElseThrow().isVisible()),
                "kept, and out of sight");
        first.leave();
        console.awaitUi("the window is gone as nobody draws into it", () -> console.nativeWindow(first.window())
                .isEmpty());
    }

    @Test
    void aPictureThatStandsStillIsNotShownAsLive() throws Exception {
        assertFalse(console.ui(this::hasWarning));
        gate.stopFlowing(Duration.ofSeconds(4));
        watch.say(Site.status("gate", ConnectionState.SUSPECT));
        console.awaitUi("the tile warns", this::hasWarning);
        console.screenshot("suspect-dark");
        gate.flow();
        watch.say(Site.status("gate", ConnectionState.STREAMING));
        console.awaitUi("the tile warns no more", () -> !hasWarning());
        gate.stopFlowing(Duration.ofSeconds(3));
        console.awaitUi("the tile warns although nobody suspects", this::hasWarning);
        watch.say(Site.status(
                "gate",
                ConnectionState.LOST,
                StatusDetail.COMMUNICATION_ERROR,
                said("No answer to the keep-alive for 8 s.", "8초 동안 keep-alive 응답 없음.")));
        Pictures.Shown view = gate.shown().get(0);
        console.awaitUi(
                "the last picture is out of sight",
                () -> !console.nativeWindow(view.window()).orElseThrow().isVisible());
        assertFalse(view.isClosed(), "the view outlives the session");
        console.screenshot("lost-dark");
    }

    @Test
    void aPictureThatCannotBeShownIsExplained() throws Exception {
        Pictures.Shown view = gate.shown().get(0);
        gate.fail(view, said("There is no decoder for h265 on this machine.", "이 장비에는 h265 디코더가 없습니다."));
        console.awaitUi(
                "words in place of the picture",
                () -> !console.nativeWindow(view.window()).orElseThrow().isVisible());
        console.screenshot("no-decoder-dark");
    }

    @Test
    void commandsOfACameraAreOfferedWhenTheyMakeSense() throws Exception {
        Menu menu = console.ui(() -> console.cameras().getMenu());
        console.ui(() -> {
            console.window().forceActive();
            console.cameras().forceFocus();
            console.select(0);
            return null;
        });
        String connect = said("Connect", "연결");
        String stop = said("Stop", "중지");
        String record = said("Start Recording", "녹화 시작");
        String stopRecord = said("Stop Recording", "녹화 중지");
        String pause = said("Pause Recording", "녹화 일시 정지");
        String resume = said("Resume Recording", "녹화 다시 시작");
        String release = said("As the Calendar Says", "일정대로");
        assertEquals(
                List.of("[" + connect + "]", stop, "[" + record + "]", stopRecord, pause, "[" + resume + "]", release),
                offered(menu, connect, stop, record, stopRecord, pause, resume, release));
        console.ui(() -> {
            RunningConsole.choose(menu, stop);
            RunningConsole.choose(menu, stopRecord);
            RunningConsole.close(menu);
            console.select(3);
            return null;
        });
        assertEquals(
                List.of(
                        connect,
                        "[" + stop + "]",
                        record,
                        "[" + stopRecord + "]",
                        "[" + pause + "]",
                        "[" + resume + "]",
                        release),
                offered(menu, connect, stop, record, stopRecord, pause, resume, release));
        console.ui(() -> {
            RunningConsole.choose(menu, connect);
            RunningConsole.choose(menu, record);
            RunningConsole.close(menu);
            return null;
        });
        console.awaitUi(
                "requests arrive",
                () -> watch.requests().size() == 2 && tape.requests().size() == 2);
        assertEquals(List.of("stop gate", "connect store"), watch.requests());
        assertEquals(List.of("stop gate", "start store"), tape.requests());
    }

    /** What of these a menu offers, in its order. */
    private List<String> offered(Menu menu, String... words) {
        List<String> wanted = List.of(words);
        return console.ui(() -> RunningConsole.open(menu)).stream()
                .filter(item -> wanted.contains(item.replaceAll("[\\[\\]]", "")))
                .toList();
    }

    @Test
    void theMenuHoldsWhatTheConsoleCanDoAndNothingElse() {
        List<List<String>> menus =
                console.ui(() -> Arrays.stream(console.window().getMenuBar().getItems())
                        .map(item -> {
                            List<String> items = RunningConsole.open(item.getMenu()).stream()
                                    .map(text -> text.replaceAll("[\\[\\]]", ""))
                                    .toList();
                            RunningConsole.close(item.getMenu());
                            return Stream.concat(Stream.of(RunningConsole.words(item)), items.stream())
                                    .toList();
                        })
                        .toList());
        assertEquals(
                Site.KOREAN
                        ? List.of(
                                List.of("파일", "설정 가져오기…", "환경 설정…", "종료"),
                                List.of(
                                        "카메라",
                                        "추가…",
                                        "찾기…",
                                        "편집…",
                                        "삭제…",
                                        "연결",
                                        "중지",
                                        "녹화 시작",
                                        "녹화 중지",
                                        "녹화 일시 정지",
                                        "녹화 다시 시작",
                                        "일정대로",
                                        "모든 카메라의 녹화",
                                        "모두 연결",
                                        "모두 중지",
                                        "영상 회전",
                                        "영상 반전"),
                                List.of(
                                        "보기", "라이브", "카메라", "문제", "PTZ", "경보", "녹화와 저장소", "이벤트", "로그", "연결 상태", "전체 화면",
                                        "새 라이브 창"),
                                List.of("녹화", "재생", "감시", "북마크", "진행률", "내보내기 검증…"),
                                List.of("도움말", "동작 찾기…", "새 소프트웨어 설치…", "업데이트 확인", "설치된 기능…", "정보"))
                        : List.of(
                                List.of("File", "Import Configuration…", "Preferences…", "Exit"),
                                List.of(
                                        "Camera",
                                        "Add…",
                                        "Find…",
                                        "Edit…",
                                        "Delete…",
                                        "Connect",
                                        "Stop",
                                        "Start Recording",
                                        "Stop Recording",
                                        "Pause Recording",
                                        "Resume Recording",
                                        "As the Calendar Says",
                                        "Recording of All Cameras",
                                        "Connect All",
                                        "Stop All",
                                        "Rotate Picture",
                                        "Mirror Picture"),
                                List.of(
                                        "View",
                                        "Live",
                                        "Cameras",
                                        "Problems",
                                        "PTZ",
                                        "Alerts",
                                        "Recording and Storage",
                                        "Events",
                                        "Log",
                                        "Connection Health",
                                        "Full Screen",
                                        "New Wall"),
                                List.of("Recordings", "Play Back", "Watch", "Bookmarks", "Progress", "Verify Export…"),
                                List.of(
                                        "Help",
                                        "Find Action…",
                                        "Install New Software…",
                                        "Check for Updates",
                                        "Installed Features…",
                                        "About")),
                menus);
    }

    @Test
    void problemsOfTheConfigurationAreSeen() throws Exception {
        configuration.becomes(
                configuration.current(),
                List.of(
                        new ConfigurationProblem(
                                Severity.ERROR,
                                "streaming.latency_ms",
                                said(
                                        "-5 is not allowed (0 to 5000); 100 is used instead.",
                                        "-5는 허용되지 않습니다(0~5000). 100을 사용합니다.")),
                        new ConfigurationProblem(
                                Severity.ERROR,
                                "cameras[2].rtsp_url",
                                said(
                                        "'http://x' does not begin with rtsp:// or rtsps://.",
                                        "'http://x'는 rtsp:// 또는 rtsps://로 시작하지 않습니다.")),
                        new ConfigurationProblem(
                                Severity.NOTE,
                                "storage.recording.base_path",
                                said(
                                        "An older name; use storage.recording_path.",
                                        "이전 이름입니다. storage.recording_path를 사용하세요."))));
        console.awaitUi("the status line counts", () -> statusOfProblems()
                .filter(item -> item.getText().equals(said("2 problems", "문제 2건")))
                .isPresent());
        console.ui(() -> {
            statusOfProblems().orElseThrow().notifyListeners(SWT.Selection, new Event());
            return null;
        });
        console.awaitUi("the list of problems opens", () -> console.problems()
                .filter(table -> table.getItemCount() == 3)
                .isPresent());
        assertEquals(List.of(said("Error", "오류"), "streaming.latency_ms"), console.ui(() -> {
            TableItem first = console.problems().orElseThrow().getItem(0);
            return List.of(first.getText(0), first.getText(1));
        }));
        console.screenshot("problems-dark");
        configuration.becomes(configuration.current(), List.of());
        console.awaitUi("the list is empty", () -> console.problems()
                .filter(table -> table.getItemCount() == 0)
                .isPresent());
    }

    @Test
    void theThemeFollowsTheConfiguration() throws Exception {
        assertTrue(console.ui(this::isDark));
        configuration.becomes(withUi(Theme.LIGHT), List.of());
        console.screenshot("cameras-light");
        console.awaitUi("light", () -> !isDark());
        console.screenshot("cameras-light");
        configuration.becomes(withUi(Theme.DARK), List.of());
        console.awaitUi("dark", this::isDark);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void itEndsInTimeWithItsPlaceWrittenDownAfterThePictureHasLeft() throws Exception {
        assertEquals(new Rectangle(20, 30, 1100, 700), console.ui(() -> console.window()
                .getBounds()));
        console.ui(() -> {
            console.window().setBounds(60, 40, 1000, 650);
            return null;
        });
        console.awaitUi("moved", () -> console.window().getBounds().width == 1000);
        Menu help = console.ui(() -> {
            Menu bar = console.window().getMenuBar();
            Menu menu = bar.getItem(bar.getItemCount() - 1).getMenu();
            RunningConsole.open(menu);
            return menu;
        });
        console.later(() -> RunningConsole.choose(help, 0));
        console.awaitUi("a dialog is open", () -> dialog().isPresent());
        console.screenshot("about-dark");
        Pictures.Shown view = gate.shown().get(0);
        // An end may wait a second for the disk; that it comes in time is seen below.
        watchdog.close();
        console.console().stop();
        RunningConsole.await("the picture is asked to leave", view::isClosed);
        assertFalse(console.hasEnded(), "the native window is needed yet");
        view.leave();
        assertEquals(IApplication.EXIT_OK, console.stop());
        assertEquals(
                List.of(
                        new ConfigurationEdit.Set("ui.window_state.x", 60),
                        new ConfigurationEdit.Set("ui.window_state.y", 40),
                        new ConfigurationEdit.Set("ui.window_state.width", 1000),
                        new ConfigurationEdit.Set("ui.window_state.height", 650)),
                configuration.edits().stream()
                        .filter(edit -> edit instanceof ConfigurationEdit.Set set
                                && set.path().startsWith("ui.window_state."))
                        .toList());
        assertFalse(configuration.wasChangedOnUiThread());
    }

    private void select(int index) {
        console.ui(() -> {
            console.select(index);
            return null;
        });
    }

    private Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell != console.window())
                .findFirst();
    }

    private Configuration withUi(Theme theme) {
        return Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS);
    }

    private boolean isDark() {
        return console.cameras().getBackground().getRGB().getHSB()[2] < 0.4f;
    }

    private boolean hasWarning() {
        Composite body =
                console.nativeWindow(gate.shown().get(0).window()).orElseThrow().getParent();
        Rectangle area = Display.getCurrent()
                .map(body.getParent(), null, body.getParent().getClientArea());
        var data = RunningConsole.picture(new Rectangle(area.x, area.y, area.width, 4));
        return data.palette.getRGB(data.getPixel(area.width / 2, 2)).equals(WARNING);
    }

    private Optional<ToolItem> statusOfProblems() {
        return console.find(control ->
                        control instanceof ToolBar bar && problemsIn(bar).isPresent())
                .flatMap(bar -> problemsIn((ToolBar) bar));
    }

    private static Optional<ToolItem> problemsIn(ToolBar bar) {
        return Arrays.stream(bar.getItems())
                .filter(item -> said("Show the problems in the configuration", "설정의 문제 보기")
                        .equals(item.getToolTipText()))
                .findFirst();
    }
}
