package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Theme;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageState;

/** What records, and what it is recorded on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class RecordingViewTest {

    private static final String VIEW = "org.rnvr.console.recording";
    private static final int COLUMNS = 8;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private Tape tape;
    private Shelf shelf;
    private Register register;
    private List<ServiceRegistration<?>> services;

    RecordingViewTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void open() {
        tape = new Tape();
        shelf = new Shelf();
        register = new Register();
        tape.say(new RecordingStatus(
                "gate",
                RecordingState.RECORDING,
                "",
                Site.NOON,
                Optional.of(Path.of("/recordings/gate/20260301/gate_20260301_120000.mp4"))));
        tape.say(Site.recording("yard", RecordingState.PAUSED));
        tape.say(Site.recording("ramp", RecordingState.SCHEDULED));
        configuration.becomes(Site.USUAL, List.of());
        services = List.of(
                console.publish(Recorder.class, tape),
                console.publish(RecordingStorage.class, shelf),
                console.publish(RecordingCatalog.class, register));
        console.ui(() -> {
            console.toFront(VIEW);
            return null;
        });
        console.awaitUi(
                "the forecast is there",
                () -> console.table(COLUMNS).isPresent() && row(0).get(3).contains("Mbit/s"));
    }

    @AfterEach
    void close() {
        register.end();
        console.ui(() -> {
            console.hide(VIEW);
            return null;
        });
        services.forEach(console::withdraw);
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void everyCameraTellsWhatItRecords() throws Exception {
        List<String> gate = console.ui(() -> row(0));
        assertEquals(said("Recording", "녹화 중"), gate.get(1));
        assertEquals("6.00 Mbit/s", gate.get(3));
        assertEquals("1.62 TB", gate.get(4));
        assertEquals(said("31 d 5 h", "31일 5시간"), gate.get(5));
        assertEquals("gate_20260301_120000.mp4", gate.get(6));
        assertEquals(
                said("Not recording now (schedule)", "지금은 녹화 안 함 (일정)"),
                console.ui(() -> row(2)).get(1));
        String words = console.ui(console::words);
        assertTrue(
                words.contains(said(
                        "/recordings: 1.30 TB free of 4.00 TB (68% used)",
                        "/recordings: 전체 4.00 TB 중 1.30 TB 남음(68% 사용)")),
                words);
        assertTrue(
                words.contains(said("At 10.00 Mbit/s it holds 31 d 5 h.", "10.00 Mbit/s 속도로 31일 5시간 분량을 보관합니다.")),
                words);
        console.screenshot("recording-dark");
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Optional.empty()), Site.CAMERAS), List.of());
        console.awaitUi("light", () -> table().getBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("recording-light");
    }

    @Test
    void aCameraWithoutAPictureIsWaitedForAndNotRecorded() {
        tape.say(Site.recording("gate", RecordingState.WAITING));
        console.awaitUi("it waits", () -> row(0).get(1).equals(said("Waiting for the camera", "카메라 대기 중")));
        tape.say(Site.recording("gate", RecordingState.RECORDING));
        console.awaitUi("it is recorded", () -> row(0).get(1).equals(said("Recording", "녹화 중")));
    }

    @Test
    void whatIsAskedGoesToTheSelectedCamerasForWhichItMakesSense() {
        Menu menu = console.ui(() -> {
            console.window().forceActive();
            table().forceFocus();
            table().setSelection(new int[] {0, 1, 2});
            Event event = new Event();
            event.item = table().getItem(0);
            table().notifyListeners(SWT.Selection, event);
            return table().getMenu();
        });
        assertEquals(
                List.of(
                        said("Start Recording", "녹화 시작"),
                        said("Stop Recording", "녹화 중지"),
                        said("Pause Recording", "녹화 일시 정지"),
                        said("Resume Recording", "녹화 다시 시작"),
                        said("As the Calendar Says", "일정대로"),
                        said("Recording of All Cameras", "모든 카메라의 녹화")),
                console.ui(() -> RunningConsole.open(menu)));
        console.ui(() -> {
            for (int item = 0; item < 5; item++) {
                RunningConsole.choose(menu, item);
            }
            RunningConsole.close(menu);
            return null;
        });
        console.awaitUi("requests arrive", () -> tape.requests().size() == 8);
        assertEquals(
                List.of(
                        "start yard",
                        "start ramp",
                        "stop gate",
                        "pause gate",
                        "resume yard",
                        "release gate",
                        "release yard",
                        "release ramp"),
                tape.requests());
    }

    @Test
    void allCamerasAreAskedAtOnce() {
        console.ui(() -> {
            Menu menu = table().getMenu();
            RunningConsole.open(menu);
            MenuItem all = Arrays.stream(menu.getItems())
                    .filter(item -> item.getMenu() != null)
                    .findFirst()
                    .orElseThrow();
            RunningConsole.open(all.getMenu());
            RunningConsole.choose(all.getMenu(), 0);
            RunningConsole.close(all.getMenu());
            RunningConsole.close(menu);
            return null;
        });
        console.awaitUi("requests arrive", () -> tape.requests().size() == 3);
        assertEquals(List.of("start yard", "start ramp", "start store"), tape.requests());
    }

    @Test
    void theCatalogIsCheckedWithProgressAndItsResultStays() throws Exception {
        press(said("Check Catalog", "카탈로그 검사"));
        console.awaitUi(
                "it is under way", () -> console.button(said("Cancel", "취소")).isVisible());
        assertFalse(
                console.ui(() -> console.button(said("Clean Up Now", "지금 정리")).isEnabled()), "one piece at a time");
        console.screenshot("catalog-check-dark");
        register.end();
        console.awaitUi("its result", () -> console.words().contains("gate_20260301_101500.mp4"));
        assertTrue(register.wasCheckedByHash());
        String words = console.ui(console::words);
        assertTrue(words.contains(said("1234 segments in 61.5 s.", "세그먼트 1234개, 61.5초.")), words);
        console.screenshot("catalog-checked-dark");
        press(said("Clean Up Now", "지금 정리"));
        console.awaitUi(
                "cleaned up", () -> console.words().contains(said("42 files were deleted.", "파일 42개를 삭제했습니다.")));
        assertEquals(List.of("cleanUp"), shelf.requests());
    }

    @Test
    void aCheckIsCancelled() {
        press(said("Check Catalog", "카탈로그 검사"));
        console.awaitUi(
                "it is under way", () -> console.button(said("Cancel", "취소")).isVisible());
        press(said("Cancel", "취소"));
        console.awaitUi("cancelled", () -> console.words().contains(said("Cancelled.", "취소되었습니다.")));
    }

    @Test
    void anotherVolumeIsUsedOnlyAfterAQuestion() throws Exception {
        String adopt = said("Use This Volume…", "이 볼륨 사용…");
        assertFalse(console.ui(() -> console.button(adopt).isVisible()));
        shelf.become(StorageState.MISSING, "another volume is there; nothing is recorded until it is adopted");
        console.awaitUi("it is offered", () -> console.button(adopt).isVisible());
        console.screenshot("volume-missing-dark");
        console.later(() -> console.press(adopt));
        console.awaitUi("a question", () -> dialog().isPresent());
        console.screenshot("volume-question-dark");
        console.ui(() -> {
            yes(dialog().orElseThrow()).notifyListeners(SWT.Selection, new Event());
            return null;
        });
        console.awaitUi("it is used", () -> console.words().contains(said("The volume is in use.", "볼륨을 사용합니다.")));
        assertEquals(List.of("adopt"), shelf.requests());
        console.awaitUi("its state", () -> console.words().contains(said("little room left", "공간 부족")));
        console.screenshot("volume-low-dark");
    }

    private void press(String words) {
        console.ui(() -> {
            console.press(words);
            return null;
        });
    }

    private Table table() {
        return console.table(COLUMNS).orElseThrow();
    }

    private List<String> row(int index) {
        return RunningConsole.row(table(), index);
    }

    private Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell != console.window())
                .findFirst();
    }

    private static Button yes(Shell dialog) {
        return (Button) buttons(dialog)
                .filter(control -> control instanceof Button button && button == dialog.getDefaultButton())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Control> buttons(Control control) {
        return control instanceof Composite composite
                ? Arrays.stream(composite.getChildren()).flatMap(RecordingViewTest::buttons)
                : Stream.of(control);
    }
}
