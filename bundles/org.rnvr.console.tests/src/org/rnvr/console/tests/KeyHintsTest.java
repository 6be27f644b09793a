package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rnvr.config.StreamingSettings;

/** The keys of the configuration beside what they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class KeyHintsTest {

    private static final int FILE = 0;
    private static final int CAMERA = 1;

    private final RunningConsole console;
    private final SiteConfiguration configuration;

    KeyHintsTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void theSiteHasItsKeys() {
        keys(Map.of(
                "camera_connect",
                "F1",
                "record_start",
                "Ctrl+F7",
                "program_exit",
                "F12",
                "prev_group",
                "N",
                "next_group",
                "M"));
        console.ui(() -> {
            console.toFront("org.rnvr.console.live");
            return null;
        });
    }

    @AfterEach
    void asBefore() {
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void menusShowThem() throws Exception {
        Map<String, String> camera = shown(CAMERA);
        assertEquals("F1", camera.get(said("Connect", "연결")));
        assertEquals("Ctrl+F7", camera.get(said("Start Recording", "녹화 시작")));
        assertEquals("Ctrl+N", camera.get(said("Add…", "추가…")), "a key of the console itself");
        assertEquals("", camera.get(said("Delete…", "삭제…")));
        assertEquals("F12", shown(FILE).get(said("Exit", "종료")));
        keys(Map.of("camera_connect", "Alt+K", "record_start", "F7"));
        assertEquals("Alt+K", shown(CAMERA).get(said("Connect", "연결")));
        assertEquals("F7", shown(CAMERA).get(said("Start Recording", "녹화 시작")));
    }

    @Test
    void aMenuThatIsFilledAsItOpensShowsThem() {
        Map<String, String> shown = console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return shown(console.cameras().getMenu());
        });
        assertEquals("F1", shown.get(said("Connect", "연결")));
    }

    @Test
    void aKeyOfTheConsoleItselfIsNotShownForAnythingElseAndIsNamedAmongTheProblems() {
        keys(Map.of(
                "camera_connect",
                "Ctrl+2",
                "record_start",
                "Shift+Ctrl+N",
                "record_stop",
                "F8",
                "program_exit",
                "Ctrl+Q"));
        Map<String, String> camera = shown(CAMERA);
        assertEquals("", camera.get(said("Connect", "연결")));
        assertEquals("", camera.get(said("Start Recording", "녹화 시작")));
        assertEquals("F8", camera.get(said("Stop Recording", "녹화 중지")));
        assertEquals("Ctrl+N", camera.get(said("Add…", "추가…")));
        assertEquals("Ctrl+Q", shown(FILE).get(said("Exit", "종료")), "it means the same");
        console.awaitUi("both are among the problems", () -> console.problems()
                .filter(table -> table.getItemCount() == 2)
                .isPresent());
        List<String> first =
                console.ui(() -> RunningConsole.row(console.problems().orElseThrow(), 0));
        List<String> second =
                console.ui(() -> RunningConsole.row(console.problems().orElseThrow(), 1));
        List<List<String>> rows = Stream.of(first, second)
                .sorted(Comparator.comparing(row -> row.get(1)))
                .toList();
        assertEquals("menu_keys.camera_connect", rows.get(0).get(1));
        assertTrue(rows.get(0).get(2).contains("Ctrl+2"), first.toString());
        assertEquals("menu_keys.record_start", rows.get(1).get(1));
        assertTrue(rows.get(1).get(2).contains("Shift+Ctrl+N"), second.toString());
        keys(Map.of("camera_connect", "F1"));
        console.awaitUi("none is left", () -> console.problems()
                .filter(table -> table.getItemCount() == 0)
                .isPresent());
    }

    @Test
    void tipsOfToolBarsShowThem() {
        assertTrue(tips().contains(said("Next Page", "다음 페이지") + " (M)"), tips().toString());
        keys(Map.of("next_group", "Ctrl+K"));
        assertTrue(tips().contains(said("Next Page", "다음 페이지") + " (Ctrl+K)"), tips().toString());
    }

    private void keys(Map<String, String> keys) {
        configuration.becomes(
                Site.configuration(Site.USUAL.ui(), StreamingSettings.DEFAULT, keys, Site.CAMERAS), List.of());
    }

    private Map<String, String> shown(int menu) {
        return console.ui(
                () -> shown(console.window().getMenuBar().getItem(menu).getMenu()));
    }

    private static Map<String, String> shown(Menu menu) {
        RunningConsole.open(menu);
        Map<String, String> keys = Arrays.stream(menu.getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .collect(Collectors.toMap(RunningConsole::words, KeyHintsTest::key));
        RunningConsole.close(menu);
        return keys;
    }

    private static String key(MenuItem item) {
        return item.getText().replaceAll("^[^\\t]*\\t?", "");
    }

    /** What the tips say when the mouse has come to all tool bars. */
    private List<String> tips() {
        return console.ui(() -> RunningConsole.within(console.window(), ToolBar.class).stream()
                .peek(bar -> bar.notifyListeners(SWT.MouseEnter, new Event()))
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .map(ToolItem::getToolTipText)
                .filter(Objects::nonNull)
                .toList());
    }
}
