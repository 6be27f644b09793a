package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.dialogs.DialogPage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.Theme;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/** The preferences, whose pages are made of the real descriptions of keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class PreferencesTest {

    private static final List<String> PAGES = List.of(
            "app",
            "appearance",
            "streaming",
            "osd",
            "detection",
            "recording",
            "backup",
            "storage",
            "menu_keys",
            "ptz_keys",
            "logging",
            "performance",
            "updates");
    private static final int STREAMING = PAGES.indexOf("streaming");

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private ServiceRegistration<DetectionStrategy> strategy;

    @TempDir
    Path folder;

    PreferencesTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void aFile() {
        configuration.becomes(Site.USUAL, List.of());
        write("{\"app\": {\"version\": \"2.1\"}, \"streaming\": {\"latency_ms\": 200}}");
        configuration.isIn(file());
        strategy = console.publish(DetectionStrategy.class, new NamedStrategy());
    }

    @AfterEach
    void asItWas() {
        configuration.refuse(Optional.empty());
        console.ui(() -> {
            shells().stream().filter(shell -> !shell.isDisposed()).forEach(Shell::close);
            return null;
        });
        console.awaitUi("no dialog is left", () -> shells().isEmpty());
        console.withdraw(strategy);
        configuration.isIn(Path.of("/etc/rnvr/IT_RNVR.json"));
        configuration.forgetEdits();
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void onlyOurOwnPagesAreThereAndEveryOneShowsItsKeys() throws Exception {
        for (Theme theme : Theme.values()) {
            configuration.becomes(
                    Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
            Shell dialog = open();
            assertEquals(PAGES.size(), (int) console.ui(() -> tree(dialog).getItemCount()));
            for (int page = 0; page < PAGES.size(); page++) {
                show(dialog, page);
                assertNull(console.ui(() -> page(dialog).getErrorMessage()), PAGES.get(page));
                console.screenshot(
                        "preferences-" + PAGES.get(page) + "-" + theme.name().toLowerCase(Locale.ROOT), dialog);
            }
            press(dialog, said("Cancel", "취소"));
            console.awaitUi("closed", dialog::isDisposed);
        }
        assertEquals(List.of(), configuration.edits(), "looking changes nothing");
    }

    @Test
    void whatHasNoRoomIsScrolledByABarInSight() throws Exception {
        Shell dialog = open();
        show(dialog, PAGES.indexOf("logging"));
        console.ui(() -> {
            dialog.setSize(960, 520);
            return null;
        });
        console.awaitUi("a bar beside the page", () -> {
            Scrollable area = scrolled(page(dialog).getControl());
            return area.getVerticalBar().isVisible()
                    && area.getClientArea().width < area.getSize().x
                    && !area.getHorizontalBar().isVisible();
        });
        console.screenshot("preferences-scrolled", dialog);
    }

    private static Scrollable scrolled(Control page) {
        Control at = page;
        while (!(at instanceof ScrolledComposite area)) {
            at = at.getParent();
        }
        return area;
    }

    @Test
    void aWrongValueIsRefusedWithItsRangeAndARightOneIsWritten() {
        Shell dialog = open();
        check(
                dialog,
                "appearance",
                said("Hide them after", "숨기기까지의 시간"),
                "0",
                "600",
                "20",
                "ui.fullscreen_auto_hide_delay_seconds");
        check(dialog, "streaming", said("Jitter buffer", "지터 버퍼"), "9000", "5000", "250", "streaming.latency_ms");
        check(dialog, "osd", said("Font size", "글자 크기"), "5", "72", "20", "streaming.osd_font_size");
        check(
                dialog,
                "detection",
                said("Keep-alive interval", "Keep-alive 간격"),
                "61",
                "60",
                "4",
                "streaming.keepalive_timeout");
        check(dialog, "recording", said("Length of a file", "파일 길이"), "0", "1440", "30", "recording.rotation_minutes");
        check(dialog, "storage", said("Keep recordings for", "보관 기간"), "3651", "3650", "14", "storage.retention_days");
        check(
                dialog,
                "logging",
                said("Old files kept", "보관할 이전 파일 수"),
                "none",
                "10000",
                "5",
                "logging.file.rotation_count");
        check(dialog, "performance", said("Temperature", "온도"), "151", "150", "80", "performance.max_temp");
        assertFalse(configuration.wasChangedOnUiThread());
    }

    @Test
    void aKeyIsPressedAndOneThatAnotherActionHasIsNamed() throws Exception {
        Shell dialog = open();
        for (String page : List.of("menu_keys", "ptz_keys")) {
            boolean menu = page.equals("menu_keys");
            show(dialog, PAGES.indexOf(page));
            Text field = field(dialog, menu ? said("Connect camera", "카메라 연결") : said("Up", "위"));
            pressKey(field, menu ? SWT.F2 : 's');
            String message = console.ui(() -> page(dialog).getErrorMessage());
            assertTrue(message.contains(menu ? "F2" : "S"), message);
            assertTrue(message.contains(menu ? said("Stop camera", "카메라 중지") : said("Stop", "정지")), message);
            console.screenshot("preferences-" + page + "-twice", dialog);
            pressKey(field, SWT.HOME);
            assertNull(console.ui(() -> page(dialog).getErrorMessage()));
            press(dialog, said("Apply", "적용"));
            ConfigurationEdit expected =
                    new ConfigurationEdit.Set(menu ? "menu_keys.camera_connect" : "ptz_keys.up", "Home");
            RunningConsole.await("written", () -> configuration.edits().contains(expected));
        }
    }

    @Test
    void aKeyOfTheConsoleItselfIsNamedAsItIsPressed() throws Exception {
        Shell dialog = open();
        show(dialog, PAGES.indexOf("menu_keys"));
        String label = said("Connect camera", "카메라 연결");
        Text field = field(dialog, label);
        pressKey(field, '2', SWT.CTRL);
        String message = console.ui(() -> page(dialog).getMessage());
        assertTrue(message.contains("Ctrl+2") && message.contains(label), message);
        console.screenshot("preferences-menu_keys-taken", dialog);
        pressKey(field, SWT.HOME);
        assertNull(console.ui(() -> page(dialog).getMessage()));
    }

    /** Pages that have a field of every kind between them. */
    @Test
    void theKeyboardGoesThroughPages() {
        for (Theme theme : Theme.values()) {
            configuration.becomes(
                    Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
            Shell dialog = open();
            for (String page : List.of("osd", "detection", "recording", "menu_keys")) {
                show(dialog, PAGES.indexOf(page));
                console.ui(() -> tree(dialog).forceFocus());
                assertEquals(List.of(), console.ui(() -> Walk.around(dialog)), theme + " " + page);
            }
            press(dialog, said("Cancel", "취소"));
            console.awaitUi("closed", dialog::isDisposed);
        }
    }

    @Test
    void whatIsNotSetSaysWhatHoldsThen() {
        Shell dialog = open();
        show(dialog, PAGES.indexOf("recording"));
        List<String> chosen =
                console.ui(() -> RunningConsole.controls(page(dialog).getControl())
                        .filter(Combo.class::isInstance)
                        .map(combo -> ((Combo) combo).getText())
                        .toList());
        assertEquals(List.of("MP4", said("As the stream has it", "스트림을 따름")), chosen);
    }

    @Test
    void strategiesAreTicked() {
        Shell dialog = open();
        show(dialog, PAGES.indexOf("detection"));
        Button all = console.ui(() -> button(dialog, said("All that are installed", "설치된 전략 모두")));
        assertTrue(console.ui(all::getSelection));
        console.ui(() -> {
            all.setSelection(false);
            all.notifyListeners(SWT.Selection, new Event());
            Table table = RunningConsole.controls(dialog)
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertEquals("astrology", table.getItem(0).getText());
            return null;
        });
        press(dialog, said("Apply", "적용"));
        RunningConsole.await("written", () -> configuration
                .edits()
                .equals(List.of(new ConfigurationEdit.Set("streaming.detection_strategies", List.of("astrology")))));
    }

    @Test
    void defaultsAreRestoredByTakingThemIntoTheFile() {
        Shell dialog = open();
        show(dialog, STREAMING);
        press(dialog, said("Restore Defaults", "기본값 복원"));
        assertEquals("100", text(field(dialog, said("Jitter buffer", "지터 버퍼"))));
        press(dialog, said("Apply and Close", "적용하고 닫기"));
        console.awaitUi("closed", dialog::isDisposed);
        assertEquals(
                List.of(new ConfigurationEdit.Set("streaming.latency_ms", new BigDecimal("100"))),
                configuration.edits());
    }

    @Test
    void aRefusalIsShownAndNothingIsLost() throws Exception {
        configuration.refuse(Optional.of(
                new ConfigurationProblem(Severity.ERROR, "IT_RNVR.json", "cannot be written: it is read-only")));
        Shell dialog = open();
        show(dialog, STREAMING);
        Text field = field(dialog, said("Jitter buffer", "지터 버퍼"));
        enter(field, "300");
        press(dialog, said("Apply and Close", "적용하고 닫기"));
        console.awaitUi(
                "the refusal is shown",
                () -> String.valueOf(page(dialog).getErrorMessage()).contains(said("read-only", "읽기 전용")));
        console.screenshot("preferences-refused", dialog);
        assertEquals("300", text(field));
        configuration.refuse(Optional.empty());
        press(dialog, said("Apply and Close", "적용하고 닫기"));
        console.awaitUi("closed", dialog::isDisposed);
        assertEquals(1, configuration.edits().size());
    }

    @Test
    void aFileThatChangesUnderTheDialogIsFollowedAndNotOverwrittenUnsaid() throws Exception {
        Shell dialog = open();
        show(dialog, STREAMING);
        Text latency = field(dialog, said("Jitter buffer", "지터 버퍼"));
        Text attempts = field(dialog, said("Attempts until offline", "오프라인까지의 시도 횟수"));
        enter(latency, "300");
        write("{\"streaming\": {\"latency_ms\": 400, \"max_reconnect_attempts\": 9}}");
        configuration.becomes(Site.configuration(Site.USUAL.ui(), Site.CAMERAS[0]), List.of());
        console.awaitUi("what was not entered follows", () -> attempts.getText().equals("9"));
        assertEquals("300", text(latency));
        String message = console.ui(() -> page(dialog).getMessage());
        assertTrue(message.contains(said("Jitter buffer", "지터 버퍼")), message);
        console.screenshot("preferences-conflict", dialog);
        write("{\"streaming\": {\"latency_ms\": 400, \"max_reconnect_attempts\": 8}}");
        enter(attempts, "7");
        press(dialog, said("Apply", "적용"));
        console.awaitUi(
                "it is said before it is written",
                () -> page(dialog).getMessage().contains(said("Attempts until offline", "오프라인까지의 시도 횟수")));
        assertEquals(List.of(), configuration.edits());
        press(dialog, said("Apply", "적용"));
        RunningConsole.await("written", () -> configuration.edits().size() == 2);
    }

    @Test
    void aPageWithAWrongValueMayBeLeftAndIsComeBackTo() {
        Shell dialog = open();
        show(dialog, STREAMING);
        enter(field(dialog, said("Jitter buffer", "지터 버퍼")), "9000");
        show(dialog, PAGES.indexOf("storage"));
        press(dialog, said("Apply and Close", "적용하고 닫기"));
        console.awaitUi(
                "the page with the wrong value",
                () -> String.valueOf(page(dialog).getErrorMessage()).contains("9000"));
        assertEquals(List.of(), configuration.edits());
        assertEquals("9000", text(field(dialog, said("Jitter buffer", "지터 버퍼"))));
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNotEdited() throws Exception {
        write("{\"streaming\": ");
        Shell dialog = open();
        console.awaitUi(
                "said", () -> String.valueOf(page(dialog).getErrorMessage()).contains("IT_RNVR.json"));
        assertFalse(console.ui(() ->
                field0(dialog, said("Name of the site", "현장 이름")).orElseThrow().isEnabled()));
    }

    @Test
    void anImportShowsWhatChangesBeforeItDoes() throws Exception {
        Path other = Files.writeString(
                folder.resolve("other.json"),
                """
                {"streaming": {"latency_ms": 9000, "tcp_timeout": 5000}, "ui": {"theme": "light"}, "speed": 3,
                 "cameras": [{"camera_id": "yard", "name": "Yard", "rtsp_url": "rtsp://admin:geheim@127.0.0.1/2"}]}
                """);
        console.later(() -> execute("org.rnvr.console.import(org.rnvr.console.import.file=" + other + ")"));
        Shell dialog = dialog(said("Import Configuration", "설정 가져오기"));
        console.screenshot("import-dark", dialog);
        List<String> rows = console.ui(() -> RunningConsole.controls(dialog)
                .filter(Table.class::isInstance)
                .flatMap(table -> Arrays.stream(((Table) table).getItems()))
                .map(item -> item.getText(0) + "|" + item.getText(1))
                .toList());
        assertEquals(5, rows.size(), rows::toString);
        assertTrue(rows.contains("streaming.tcp_timeout|10000"), rows::toString);
        assertTrue(rows.get(2).contains("yard"), rows::toString);
        assertTrue(rows.get(3).startsWith("streaming.latency_ms|" + said("found 9000", "현재 9000")), rows::toString);
        assertEquals(List.of(), configuration.edits());
        press(dialog, said("Take Over", "가져오기"));
        RunningConsole.await("written", () -> configuration.edits().size() == 3);
        Shell done = dialog(said("Import Configuration", "설정 가져오기"));
        press(done, said("Close", "닫기"));
        assertFalse(configuration.edits().toString().contains("geheim"));
    }

    private void check(Shell dialog, String page, String label, String wrong, String limit, String right, String path) {
        show(dialog, PAGES.indexOf(page));
        Text field = field(dialog, label);
        String before = text(field);
        enter(field, wrong);
        String message = console.ui(() -> page(dialog).getErrorMessage());
        assertTrue(message.contains(label) && message.contains(wrong) && message.contains(limit), message);
        assertFalse(console.ui(
                () -> button(dialog, said("Apply and Close", "적용하고 닫기")).isEnabled()));
        enter(field, before);
        assertNull(console.ui(() -> page(dialog).getErrorMessage()));
        enter(field, right);
        press(dialog, said("Apply", "적용"));
        ConfigurationEdit expected = new ConfigurationEdit.Set(path, new BigDecimal(right));
        RunningConsole.await(path, () -> configuration.edits().contains(expected));
        write("{}");
    }

    private Path file() {
        return folder.resolve("IT_RNVR.json");
    }

    private void write(String json) {
        try {
            Files.writeString(file(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shell open() {
        console.later(() -> execute("org.rnvr.console.preferences"));
        Shell dialog = dialog(said("Preferences", "환경 설정"));
        show(dialog, 0);
        return dialog;
    }

    private static void execute(String command) {
        try {
            PlatformUI.getWorkbench()
                    .getService(IHandlerService.class)
                    .executeCommand(
                            PlatformUI.getWorkbench()
                                    .getService(ICommandService.class)
                                    .deserialize(command),
                            null);
        } catch (CommandException e) {
            throw new IllegalStateException(command, e);
        }
    }

    private Shell dialog(String title) {
        console.awaitUi("the dialog " + title, () -> shells().stream()
                .anyMatch(shell -> shell.getText().equals(title)));
        return console.ui(() -> shells().stream()
                .filter(shell -> shell.getText().equals(title))
                .findFirst()
                .orElseThrow());
    }

    private List<Shell> shells() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell != console.window())
                .toList();
    }

    private void show(Shell dialog, int index) {
        console.ui(() -> {
            Tree tree = tree(dialog);
            TreeItem item = tree.getItem(index);
            tree.setSelection(item);
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Selection, event);
            return null;
        });
        String title = console.ui(() -> tree(dialog).getItem(index).getText());
        console.awaitUi(
                "the page " + title,
                () -> page(dialog).getTitle().equals(title)
                        && (page(dialog).getErrorMessage() != null
                                || isFilled(page(dialog).getControl())));
    }

    private static boolean isFilled(Control page) {
        return RunningConsole.controls(page)
                .filter(control -> control instanceof Text || control instanceof Button)
                .allMatch(Control::isEnabled);
    }

    private static Tree tree(Shell dialog) {
        return RunningConsole.controls(dialog)
                .filter(Tree.class::isInstance)
                .map(Tree.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static DialogPage page(Shell dialog) {
        return (DialogPage) ((PreferenceDialog) dialog.getData()).getSelectedPage();
    }

    private Text field(Shell dialog, String label) {
        return console.ui(() -> field0(dialog, label).orElseThrow(() -> new AssertionError(label)));
    }

    private static Optional<Text> field0(Shell dialog, String label) {
        List<Control> controls =
                RunningConsole.controls(dialog).filter(Control::isVisible).toList();
        return Stream.iterate(0, index -> index + 1)
                .limit(controls.size())
                .filter(index -> controls.get(index) instanceof Label found
                        && found.getText().replace(" *", "").equals(label + ":"))
                .map(index -> controls.get(index + 1))
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst();
    }

    private String text(Text field) {
        return console.ui(field::getText);
    }

    private void enter(Text field, String text) {
        console.ui(() -> {
            field.setText(text);
            return null;
        });
    }

    private void pressKey(Text field, int keyCode) {
        pressKey(field, keyCode, SWT.NONE);
    }

    private void pressKey(Text field, int keyCode, int modifiers) {
        console.ui(() -> {
            Event event = new Event();
            event.stateMask = modifiers;
            event.keyCode = keyCode;
            field.notifyListeners(SWT.KeyDown, event);
            return null;
        });
    }

    private Button button(Shell dialog, String text) {
        return RunningConsole.controls(dialog)
                .filter(control -> control instanceof Button && control.isVisible())
                .map(Button.class::cast)
                .filter(button -> button.getText()
                        .replaceAll("\\(&.\\)", "")
                        .replace("&", "")
                        .equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    private void press(Shell dialog, String text) {
        Button button = console.ui(() -> button(dialog, text));
        console.awaitUi(text + " can be pressed", button::isEnabled);
        console.later(() -> {
            if (!button.isDisposed()) {
                button.notifyListeners(SWT.Selection, new Event());
            }
        });
        console.ui(() -> null);
    }

    private static final class NamedStrategy implements DetectionStrategy {
        @Override
        public String name() {
            return "astrology";
        }

        @Override
        public Detector watch(WatchedSession session) {
            throw new UnsupportedOperationException("The console only asks for the name");
        }
    }
}
