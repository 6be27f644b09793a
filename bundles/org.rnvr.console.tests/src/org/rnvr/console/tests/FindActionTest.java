package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is found by its name, and where that leads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class FindActionTest {

    private static final String LIVE = "org.rnvr.console.live";
    private static final String BOOKMARKS = "org.rnvr.console.bookmarks";
    private static final String CAMERA = said("Camera", "카메라");
    private static final String VIEW = said("View", "보기");
    private static final String PERSPECTIVE = said("Perspective", "퍼스펙티브");
    private static final String COMMAND = said("Command", "명령");
    private static final String PREFERENCES = said("Preferences", "환경 설정");

    private final RunningConsole console;

    FindActionTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        configuration.becomes(Site.USUAL, List.of());
    }

    @BeforeEach
    void theSearchIsOpen() {
        console.later(() -> {
            try {
                PlatformUI.getWorkbench()
                        .getService(IHandlerService.class)
                        .executeCommand("org.rnvr.console.findAction", null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitDialog(said("Find Actions", "동작 찾기"));
    }

    @AfterEach
    void noDialogIsLeft() {
        console.ui(() -> {
            RunningConsole.dialogs().stream()
                    .filter(shell -> !shell.isDisposed())
                    .forEach(Shell::close);
            return null;
        });
        console.awaitUi("no dialog is left", () -> RunningConsole.dialogs().isEmpty());
    }

    @Test
    void everythingIsListedAtFirst() throws Exception {
        assertEquals(
                Set.of(CAMERA, VIEW, PERSPECTIVE, COMMAND, PREFERENCES),
                rows().stream().map(row -> row.get(1)).collect(Collectors.toSet()));
        assertEquals(
                Set.of(said("Gate", "정문"), said("Yard", "마당"), said("Loading ramp", "하역장"), said("Store", "창고")),
                rows().stream()
                        .filter(row -> row.get(1).equals(CAMERA))
                        .map(row -> row.get(0))
                        .collect(Collectors.toSet()));
        console.screenshot("find-action", console.ui(this::dialog));
    }

    @Test
    void whatFitsBestComesFirst() throws Exception {
        type(said("rec", "녹화"));
        List<String> names = rows().stream().map(row -> row.get(0)).toList();
        assertTrue(names.get(0).startsWith(said("Rec", "녹화")), names.toString());
        assertTrue(names.contains(said("Recording and Storage", "녹화와 저장소")), names.toString());
        console.screenshot("find-action-typed", console.ui(this::dialog));
        type(said("camera add", "추가 카메라"));
        assertEquals(said("Add Camera", "카메라 추가"), rows().get(0).get(0));
        type(said("VIEW LIVE", "보기 라이브"));
        assertEquals(VIEW, rows().get(0).get(1));
    }

    @Test
    void whatIsNotThereIsSaid() {
        for (String word : List.of("software sites", "secure", "customize", "wizard", "welcome", "show in", "xyzzy")) {
            type(word);
            assertEquals(List.of(), rows(), word);
            assertTrue(console.ui(() -> RunningConsole.words(dialog()))
                    .contains(said("Nothing has this name.", "이 이름을 가진 항목이 없습니다.")));
            assertFalse(console.ui(() -> dialog().getDefaultButton().isEnabled()), word);
        }
        type(said("Close", "닫기"));
        assertFalse(rows().stream().anyMatch(row -> row.get(0).contains("Close Perspective")));
    }

    @Test
    void everythingIsInTheLanguageOfTheConsole() {
        if (Site.KOREAN) {
            List<String> foreign = rows().stream()
                    .flatMap(List::stream)
                    .limit(1000)
                    .filter(words -> words.replaceAll("PTZ|RNVR|OSD|CSV|(Ctrl|Shift|Alt)\\+.*|F\\d+|Esc|Enter", "")
                            .matches(".*[A-Za-z]{2,}.*"))
                    .toList();
            assertEquals(List.of(), foreign);
        }
    }

    @Test
    void arrowsChooseWhileTheNameHasTheKeyboard() {
        type(said("camera", "카메라"));
        press(SWT.ARROW_DOWN);
        press(SWT.ARROW_DOWN);
        assertEquals(2, console.ui(() -> table().getSelectionIndex()));
        press(SWT.ARROW_UP);
        assertEquals(1, console.ui(() -> table().getSelectionIndex()));
        press(SWT.PAGE_UP);
        assertEquals(0, console.ui(() -> table().getSelectionIndex()));
        press(SWT.PAGE_DOWN);
        press(SWT.PAGE_DOWN);
        press(SWT.PAGE_DOWN);
        press(SWT.PAGE_DOWN);
        int rows = rows().size();
        assertEquals(rows - 1, console.ui(() -> table().getSelectionIndex()));
    }

    @Test
    void aCameraIsBroughtOntoTheWall() {
        type(said("Loading ramp", "하역장"));
        open();
        console.awaitUi(
                "it is selected on the wall",
                () -> page().getActivePart() == page().findView(LIVE)
                        && page().findView(LIVE)
                                .getSite()
                                .getSelectionProvider()
                                .getSelection()
                                .toString()
                                .contains("id=ramp,"));
    }

    @Test
    void aViewIsOpened() {
        type(said("Bookmarks", "북마크"));
        assertEquals(VIEW, rows().get(0).get(1));
        open();
        console.awaitUi("it is open", () -> page().findView(BOOKMARKS) != null);
        console.ui(() -> {
            console.hide(BOOKMARKS);
            return null;
        });
    }

    @Test
    void aCommandIsCarriedOutAndShowsItsKey() {
        type(said("Add Camera", "카메라 추가"));
        assertEquals(List.of(said("Add Camera", "카메라 추가"), COMMAND, "Ctrl+N"), rows().get(0));
        open();
        awaitDialog(said("Add Camera", "카메라 추가"));
    }

    @Test
    void aPageOfThePreferencesOpensAmongThoseOfRnvr() throws Exception {
        type(said("preferences storage", "환경 설정 저장소"));
        assertEquals(PREFERENCES, rows().get(0).get(1));
        String page = rows().get(0).get(0);
        open();
        awaitDialog(PREFERENCES);
        console.screenshot("find-action-preferences", console.ui(this::dialog));
        Tree pages =
                console.ui(() -> RunningConsole.within(dialog(), Tree.class).get(0));
        assertEquals(page, console.ui(() -> pages.getSelection()[0].getText()));
        assertEquals(
                said("Application", "애플리케이션"), console.ui(() -> pages.getItem(0).getText()), "as in the menu");
    }

    private void awaitDialog(String title) {
        console.awaitUi(
                title,
                () -> !RunningConsole.dialogs().isEmpty() && dialog().getText().equals(title));
    }

    private void type(String words) {
        console.ui(() -> {
            RunningConsole.within(dialog(), Text.class).get(0).setText(words);
            return null;
        });
    }

    private void press(int key) {
        console.ui(() -> {
            Event event = new Event();
            event.keyCode = key;
            RunningConsole.within(dialog(), Text.class).get(0).notifyListeners(SWT.KeyDown, event);
            return null;
        });
    }

    private void open() {
        console.ui(() -> {
            dialog().getDefaultButton().notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }

    private List<List<String>> rows() {
        return console.ui(
                () -> Arrays.stream(table().getItems()).map(FindActionTest::row).toList());
    }

    private static List<String> row(TableItem item) {
        return Stream.of(0, 1, 2).map(item::getText).toList();
    }

    private Table table() {
        return RunningConsole.within(dialog(), Table.class).get(0);
    }

    private Shell dialog() {
        return RunningConsole.dialogs().get(RunningConsole.dialogs().size() - 1);
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }
}
