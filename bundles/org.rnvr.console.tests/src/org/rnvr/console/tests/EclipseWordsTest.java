package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
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

    private static boolean isEnglish(String words) {
        return words.matches(".*[A-Za-z].*");
    }
}
