package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Eclipse itself says in the console, which it has to say in the language of the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class EclipseWordsTest {

    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";

    private final RunningConsole console;

    EclipseWordsTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        configuration.becomes(Site.USUAL, List.of());
    }

    @AfterEach
    void asItWas() {
        console.ui(() -> {
            RunningConsole.dialogs().stream()
                    .filter(shell -> !shell.isDisposed())
                    .forEach(Shell::close);
            return null;
        });
        console.awaitUi("no dialog is left", () -> RunningConsole.dialogs().isEmpty());
    }

    @Test
    void theMenuOfATab() throws Exception {
        String cameras = said("Cameras", "카메라");
        List<Menu> shown = new ArrayList<>();
        Listener noting = event -> {
            if (event.widget instanceof Menu menu) {
                shown.add(menu);
            }
        };
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            Display.getCurrent().addFilter(SWT.Show, noting);
            return null;
        });
        console.later(() -> {
            CTabFolder folder = folder(cameras);
            Rectangle tab = folder.getSelection().getBounds();
            Point place = folder.toDisplay(tab.x + tab.width / 2, tab.y + tab.height / 2);
            Event event = new Event();
            event.x = place.x;
            event.y = place.y;
            folder.notifyListeners(SWT.MenuDetect, event);
        });
        console.awaitUi("the menu", () -> !shown.isEmpty());
        List<String> words = console.ui(() -> {
            Display.getCurrent().removeFilter(SWT.Show, noting);
            return Arrays.stream(shown.get(0).getItems())
                    .map(RunningConsole::words)
                    .filter(text -> !text.isEmpty())
                    .toList();
        });
        console.screenshot("eclipse-tab-menu");
        console.ui(() -> {
            shown.get(0).setVisible(false);
            return null;
        });
        assertTrue(words.contains(said("Close", "닫기")), words.toString());
        assertTrue(words.contains(said("Detach", "분리")), words.toString());
        assertEquals(Site.KOREAN, words.stream().noneMatch(EclipseWordsTest::isEnglish), words.toString());
    }

    @Test
    void theButtonsOfAStackOfViews() {
        List<String> tips = console.ui(() -> RunningConsole.controls(console.window())
                .filter(control -> control instanceof ToolBar && control.getParent() instanceof CTabFolder)
                .flatMap(bar -> Arrays.stream(((ToolBar) bar).getItems()))
                .map(ToolItem::getToolTipText)
                .filter(Objects::nonNull)
                .toList());
        assertTrue(tips.contains(said("Minimize", "최소화")), tips.toString());
        assertTrue(tips.contains(said("Maximize", "최대화")), tips.toString());
    }

    @Test
    void theViewOfProgress() throws Exception {
        console.ui(() -> {
            console.toFront(PROGRESS);
            return null;
        });
        String nothing = said("No operations to display at this time.", "현재 표시할 작업이 없습니다.");
        console.awaitUi("it says that there is nothing", () -> console.words().contains(nothing));
        console.screenshot("eclipse-progress");
        console.ui(() -> {
            console.hide(PROGRESS);
            return null;
        });
    }

    @Test
    void aQuestion() throws Exception {
        console.later(() -> MessageDialog.openQuestion(console.window(), "RNVR", "?"));
        assertEquals(List.of(said("No", "아니요"), said("Yes", "예")), buttons("eclipse-question"));
    }

    @Test
    void anError() throws Exception {
        IStatus status = new Status(IStatus.ERROR, "org.rnvr.console.tests", "5432", new IllegalStateException("1"));
        console.later(() -> ErrorDialog.openError(console.window(), null, "1234", status));
        assertEquals(List.of(said("Details >>", "세부사항 >>"), said("OK", "확인")), buttons("eclipse-error"));
        Shell dialog = console.ui(this::dialog);
        assertEquals(said("Problem Occurred", "문제 발생"), console.ui(dialog::getText));
        String words = console.ui(() -> RunningConsole.words(dialog).toString());
        assertTrue(words.contains(said("Reason:", "이유:")), words);
    }

    @Test
    void actionsAreFound() throws Exception {
        console.later(() -> execute("org.eclipse.ui.window.quickAccess"));
        console.awaitUi("it is open", () -> !RunningConsole.dialogs().isEmpty());
        Shell dialog = console.ui(this::dialog);
        console.screenshot("eclipse-find-action", dialog);
        String hint = console.ui(() -> RunningConsole.words(dialog).toString());
        assertTrue(hint.contains(said("Start typing to search commands and more", "명령 등을 찾으려면 입력을 시작하십시오")), hint);
        search(dialog, said("camera", "카메라"));
        console.awaitUi("an action is found", () -> found(dialog).contains(said("Add Camera", "카메라 추가")));
        console.screenshot("eclipse-actions-found", dialog);
        String found = console.ui(() -> found(dialog));
        assertTrue(found.contains(said("Commands", "명령")), found);
        search(dialog, said("reset", "재설정"));
        console.awaitUi("Eclipse's own is found", () -> found(dialog).contains(said("Reset Perspective", "퍼스펙티브 재설정")));
    }

    @Test
    void actionsOfAnIdeAreNotOffered() throws Exception {
        console.later(() -> execute("org.eclipse.ui.window.quickAccess"));
        console.awaitUi("it is open", () -> !RunningConsole.dialogs().isEmpty());
        Shell dialog = console.ui(this::dialog);
        search(dialog, said("camera", "카메라"));
        console.awaitUi("an action is found", () -> found(dialog).contains(said("Add Camera", "카메라 추가")));
        String ofCameras = console.ui(() -> found(dialog));
        assertFalse(ofCameras.contains("Show In"), ofCameras);
        assertFalse(ofCameras.contains(said("Show View", "보기 표시")), ofCameras);
        search(dialog, said("close", "닫기"));
        console.awaitUi("an action is found", () -> found(dialog).contains(said("Close Part", "부분 닫기")));
        String ofClosing = console.ui(() -> found(dialog));
        assertFalse(ofClosing.contains("Close Perspective"), ofClosing);
        for (String word : List.of("install", "secure", "customize", "wizard", "welcome")) {
            String help = said("Search '" + word + "' in Help", "도움말에서 '" + word + "' 검색");
            search(dialog, word);
            console.awaitUi("it was looked for " + word, () -> found(dialog).contains(help));
            assertEquals(said("Help", "도움말") + "\n" + help, console.ui(() -> found(dialog)
                    .strip()));
        }
    }

    @Test
    void aViewIsFoundAmongThoseOfRnvr() {
        console.later(() -> execute("org.eclipse.ui.window.quickAccess"));
        console.awaitUi("it is open", () -> !RunningConsole.dialogs().isEmpty());
        Shell finding = console.ui(this::dialog);
        String bookmarks = said("Bookmarks", "북마크");
        search(finding, bookmarks);
        console.awaitUi("the view is found", () -> rows(finding).stream().anyMatch(row -> row.contains(bookmarks)));
        List<String> rows = console.ui(() -> rows(finding));
        assertTrue(rows.stream().anyMatch(row -> row.contains(bookmarks) && row.contains("RNVR")), rows.toString());
    }

    private List<String> buttons(String picture) throws Exception {
        console.awaitUi("the dialog", () -> !RunningConsole.dialogs().isEmpty());
        Shell dialog = console.ui(this::dialog);
        console.screenshot(picture, dialog);
        return console.ui(() -> RunningConsole.within(dialog, Button.class).stream()
                .map(button -> button.getText().replaceAll("\\(&.\\)", "").replace("&", ""))
                .sorted()
                .toList());
    }

    private Shell dialog() {
        return RunningConsole.dialogs().get(RunningConsole.dialogs().size() - 1);
    }

    private CTabFolder folder(String selected) {
        return RunningConsole.controls(console.window())
                .filter(control -> control instanceof CTabFolder folder
                        && folder.isVisible()
                        && folder.getSelection() != null
                        && folder.getSelection().getText().equals(selected))
                .map(CTabFolder.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void search(Shell dialog, String words) {
        console.ui(() -> {
            RunningConsole.within(dialog, Text.class).get(0).setText(words);
            return null;
        });
    }

    private static String found(Shell dialog) {
        return String.join(
                "\n",
                RunningConsole.controls(dialog)
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .filter(Control::isVisible)
                        .flatMap(table -> Arrays.stream(table.getItems()))
                        .flatMap(item -> Stream.of(item.getText(0), item.getText(1)))
                        .toList());
    }

    private static Table table(Shell dialog) {
        return RunningConsole.controls(dialog)
                .filter(control -> control instanceof Table && control.isVisible())
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(Shell dialog) {
        return Arrays.stream(table(dialog).getItems())
                .map(item -> item.getText(0) + "\n" + item.getText(1))
                .toList();
    }

    private static boolean isEnglish(String words) {
        return words.matches(".*[A-Za-z].*");
    }

    private static void execute(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException(command, e);
        }
    }
}
