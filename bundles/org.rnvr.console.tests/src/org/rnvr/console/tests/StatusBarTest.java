package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Theme;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;
import org.rnvr.host.Host;
import org.rnvr.host.HostStatus;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/** The status bar and the list of alerts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class StatusBarTest {

    private static final long MIB = 1 << 20;
    private static final long GB = 1_000_000_000;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final Meter meter = new Meter();
    private Watch watch;
    private VolumeState shelf;
    private List<ServiceRegistration<?>> services = List.of();

    StatusBarTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void everythingIsWell() {
        configuration.becomes(Site.USUAL, List.of());
        watch = new Watch();
        List.of("gate", "yard", "ramp", "store").forEach(id -> watch.say(Site.status(id, ConnectionState.STREAMING)));
        Tape tape = new Tape();
        tape.say(Site.recording("gate", RecordingState.RECORDING));
        tape.say(Site.recording("yard", RecordingState.RECORDING));
        shelf = new VolumeState(storage(StorageState.OK, ""));
        meter.say(measured(23.4));
        services = List.of(
                console.publish(CameraMonitor.class, watch),
                console.publish(Recorder.class, tape),
                console.publish(RecordingStorage.class, shelf),
                console.publish(Host.class, meter));
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        services.forEach(console::withdraw);
        configuration.becomes(Site.USUAL, List.of());
        console.ui(() -> {
            var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.hideView(page.findView("org.rnvr.console.alerts"));
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
    }

    @Test
    void itSaysShortlyHowThingsAreAndExactlyWhenAsked() throws Exception {
        awaitTexts(
                said("Cameras 4/4", "카메라 4/4"),
                said("Recording 2", "녹화 2"),
                said("812 GB free", "여유 812GB"),
                said("CPU 23 %", "CPU 23%"),
                said("412 MiB", "412MiB"),
                said("54 °C", "54°C"));
        for (ToolItem item : console.ui(() -> items())) {
            assertTrue(console.ui(() -> item.getImage() != null), "a symbol");
        }
        assertEquals(
                said(
                        "Processors of this machine: 23.4 % in use, 11.7 % by RNVR.",
                        "이 장비의 프로세서: 23.4% 사용 중, RNVR 11.7%."),
                tooltip(3));
        assertTrue(tooltip(0).contains("24.0"), tooltip(0));
        assertTrue(tooltip(2).startsWith("/recordings: "), tooltip(2));
        console.screenshot("status-dark");
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
        console.awaitUi(
                "light", () -> console.cameras().getBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("status-light");
    }

    @Test
    void whatLastsIsListedUntilItIsOver() throws Exception {
        meter.say(measured(97, new Excess(Gauge.CPU, 97, 80, Site.NOON)));
        shelf.becomes(storage(StorageState.MISSING, said("The volume is not mounted.", "볼륨이 마운트되지 않았습니다.")));
        watch.say(Site.status("gate", ConnectionState.LOST));
        console.awaitUi("the machine's own alert", () -> text(0).equals(said("1 alert", "경보 1건")));
        console.ui(() -> {
            items().get(0).notifyListeners(SWT.Selection, new Event());
            return null;
        });
        console.awaitUi("the list opens", () -> alerts().isPresent());
        console.awaitUi("what lasts joins it", () -> alerts().orElseThrow().getItemCount() == 3);
        List<String> rows =
                console.ui(() -> Arrays.stream(alerts().orElseThrow().getItems())
                        .map(item -> item.getText(0))
                        .toList());
        assertEquals(
                List.of(
                        said("CPU overloaded: this machine", "CPU 과부하: 이 장비"),
                        said("Cannot record to the disk: /recordings", "디스크에 녹화 불가: /recordings"),
                        said("No picture: Gate", "영상 없음: 정문")),
                rows);
        assertEquals(said("Disk is missing", "디스크 없음"), console.ui(() -> text(3)));
        console.ui(() -> {
            Table table = alerts().orElseThrow();
            table.setSelection(0);
            Event selected = new Event();
            selected.item = table.getItem(0);
            table.notifyListeners(SWT.Selection, selected);
            Menu menu = table.getMenu();
            RunningConsole.open(menu);
            RunningConsole.choose(menu, 0);
            RunningConsole.close(menu);
            return null;
        });
        console.awaitUi(
                "it is known",
                () -> alerts().orElseThrow().getItem(0).getText(3).equals(said("Acknowledged", "확인함"))
                        && alerts().orElseThrow().getItem(1).getText(3).equals(said("New", "새 경보")));
        console.screenshot("alerts-dark");
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
        console.awaitUi(
                "light",
                () -> alerts().orElseThrow().getHeaderBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("alerts-light");
        meter.say(measured(20));
        shelf.becomes(storage(StorageState.OK, ""));
        watch.say(Site.status("gate", ConnectionState.STREAMING));
        console.awaitUi("all is over", () -> alerts().orElseThrow().getItemCount() == 0);
        console.awaitUi("the bar says so", () -> text(0).equals(said("Cameras 4/4", "카메라 4/4")));
    }

    @Test
    void whoIsNotThereHasNoPlace() {
        console.awaitUi("all", () -> items().size() == 6);
        console.withdraw(services.get(3));
        services = services.subList(0, 3);
        awaitTexts(said("Cameras 4/4", "카메라 4/4"), said("Recording 2", "녹화 2"), said("700 GB free", "여유 700GB"));
    }

    @Test
    void itIsThereOnlyWhileItIsWanted() throws Exception {
        assertTrue(console.ui(() -> bar().isVisible()));
        configuration.becomes(
                Site.configuration(Site.ui(Theme.DARK, false, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
        console.awaitUi("gone", () -> console.find(
                        control -> control instanceof ToolBar bar && isStatus(bar) && bar.isVisible())
                .isEmpty());
        console.screenshot("status-hidden-dark");
        configuration.becomes(Site.USUAL, List.of());
        console.awaitUi("back", () -> console.find(
                        control -> control instanceof ToolBar bar && isStatus(bar) && bar.isVisible())
                .isPresent());
    }

    private void awaitTexts(String... texts) {
        List<String> expected = List.of(texts);
        console.awaitUi(
                "the bar says " + expected,
                () -> expected.equals(items().stream().map(ToolItem::getText).toList()));
    }

    private String tooltip(int index) {
        return console.ui(() -> items().get(index).getToolTipText());
    }

    private String text(int index) {
        return items().get(index).getText();
    }

    private List<ToolItem> items() {
        return Arrays.stream(bar().getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .toList();
    }

    private ToolBar bar() {
        return (ToolBar) console.find(control -> control instanceof ToolBar bar && isStatus(bar))
                .orElseThrow();
    }

    private static boolean isStatus(ToolBar bar) {
        return Arrays.stream(bar.getItems()).anyMatch(item -> item.getText().startsWith(said("Cameras ", "카메라 ")));
    }

    private Optional<Table> alerts() {
        return console.tables().stream()
                .filter(table -> table.getColumnCount() == 4
                        && table.getColumn(0).getText().equals(said("Alert", "경보")))
                .findFirst();
    }

    private static StorageStatus storage(StorageState state, String text) {
        return new StorageStatus(Path.of("/recordings"), state, text, 1000 * GB, 700 * GB, Site.NOON);
    }

    private static HostStatus measured(double cpu, Excess... excesses) {
        return new HostStatus(
                Site.NOON.plus(Duration.ofSeconds(1)),
                new HostStatus.Cpu(cpu, cpu / 2),
                new HostStatus.Memory(412 * MIB, 3100 * MIB, 16_000 * MIB),
                OptionalDouble.of(54.2),
                Optional.of(new HostStatus.Disk(1000 * GB, 812 * GB)),
                new HostStatus.Network(3_000_000, 40_000),
                List.of(excesses));
    }
}
