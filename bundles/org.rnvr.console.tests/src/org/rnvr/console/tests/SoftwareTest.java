package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventHandler;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.Theme;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.UpdateAvailable;
import org.rnvr.update.InstallationState;
import org.rnvr.update.Refusal;
import org.rnvr.update.UpdateService;

/** What is installed, what can be, and who says that it may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class SoftwareTest {

    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    private static final String INSTALLED = said("Installed Features", "설치된 기능");
    private static final String INSTALL = said("Install New Software", "새 소프트웨어 설치");
    private static final String INSTALLING = said("Installing software", "소프트웨어 설치");
    private static final String KEY = said("Trust a Key?", "키 신뢰 여부");
    private static final String UPDATES = said("Updates", "업데이트");
    private static final String RESTART = said("Restart RNVR?", "RNVR 다시 시작");

    /** What is disabled has at most so much of the contrast of what is enabled. */
    private static final double FAINT = 0.75;

    private static final int MIDDLE = 128;
    private static final int EDGE = 7;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private Depot depot;
    private ServiceRegistration<UpdateService> service;

    SoftwareTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void aDepot() {
        configuration.becomes(Site.USUAL, List.of());
        depot = new Depot();
        service = console.publish(UpdateService.class, depot);
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
    }

    @AfterEach
    void asItWas() {
        configuration.becomes(Site.USUAL, List.of());
        console.ui(() -> {
            RunningConsole.dialogs().stream()
                    .filter(shell -> !shell.isDisposed())
                    .forEach(Shell::close);
            console.hide(PROGRESS);
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        console.awaitUi("no dialog is left", () -> RunningConsole.dialogs().isEmpty());
        console.withdraw(service);
        depot.close();
        configuration.forgetEdits();
    }

    @Test
    void whatIsInstalledIsShownAndOnlyWhatOthersMadeIsRemoved() throws Exception {
        Shell dialog = open("installed", INSTALLED);
        Table table = table(dialog);
        console.awaitUi("two features", () -> table.getItemCount() == 2);
        assertEquals(
                List.of(
                        said("Active", "동작 중"),
                        said("RNVR detection", "RNVR 감지"),
                        "0.1.0",
                        "Example",
                        said("Third party", "타사"),
                        said("not signed", "서명되지 않음"),
                        "adaptive, frames"),
                console.ui(() -> RunningConsole.row(table, 1)));
        assertEquals(said("Installed features", "설치된 기능"), console.ui(() -> Spoken.name(table)));
        select(table, 0);
        assertFalse(console.ui(() -> button(dialog, said("Remove…", "제거…")).isEnabled()));
        assertTrue(details(dialog).contains(Depot.CONSOLE), details(dialog));
        keep("installed", dialog);

        depot.become(InstallationState.IN_EFFECT);
        select(table, 1);
        press(dialog, said("Remove…", "제거…"));
        Shell question = await(said("Remove Features", "기능 제거"));
        press(question, said("Cancel", "취소"));
        console.awaitUi("not meant", question::isDisposed);
        assertEquals(List.of(), depot.requests());
        press(dialog, said("Remove…", "제거…"));
        press(await(said("Remove Features", "기능 제거")), said("Remove", "제거"));
        console.awaitUi("it is gone", () -> table.getItemCount() == 1);
        assertEquals(List.of("remove [org.rnvr.detect.feature]"), depot.requests());
    }

    @Test
    void aKeyIsAskedAboutAndNotTrustedUnlessSomebodySaysSo() throws Exception {
        install();
        Shell question = await(KEY);
        String words = console.ui(() -> texts(question));
        for (String part : List.of(
                "Example <release@example.com>", "0123 4567 89AB CDEF", "2026", "2028", "com.example.detect 1.2.0")) {
            assertTrue(words.contains(part), words);
        }
        Button safe = console.ui(() -> button(question, said("Do Not Trust", "신뢰하지 않음")));
        assertEquals(safe, console.ui(question::getDefaultButton));
        console.awaitUi("it has the keyboard", safe::isFocusControl);
        keep("key", question);
        press(question, said("Do Not Trust", "신뢰하지 않음"));
        Shell refused = await(INSTALLING);
        String reason = console.ui(() -> RunningConsole.words(refused).toString());
        assertTrue(reason.contains("com.example.detect 1.2.0") && reason.contains("1"), reason);
        assertTrue(console.ui(() -> texts(refused)).contains("0123 4567 89AB CDEF"));
        keep("refused", refused);
        press(refused, said("Copy", "복사"));
        assertTrue(console.ui(SoftwareTest::clipboard).contains("0123 4567 89AB CDEF"));
        press(refused, said("Close", "닫기"));

        install();
        press(await(KEY), said("Trust This Key", "이 키 신뢰"));
        Shell done = await(INSTALL);
        assertTrue(console.ui(() -> texts(done)).contains(Depot.PLUGIN + " 1.2.0"));
        keep("done", done);
        press(done, said("Close", "닫기"));
        ConfigurationEdit kept = new ConfigurationEdit.Set("updates.repositories", List.of("/media/stick/p2"));
        RunningConsole.await(
                "it is looked there for updates, too",
                () -> configuration.edits().equals(List.of(kept)));
        assertFalse(configuration.wasChangedOnUiThread());

        install(); // by the same key, of which nobody is asked any more
        await(INSTALL);
        RunningConsole.await("it is told again", () -> configuration.edits().size() == 2);
    }

    @Test
    void aQuestionThatIsClosedTrustsNothing() throws Exception {
        install();
        Shell question = await(KEY);
        console.ui(() -> {
            question.close();
            return null;
        });
        await(INSTALLING);
    }

    @Test
    void whatARepositoryHasIsShownBeforeItIsInstalled() throws Exception {
        Shell dialog = open("install", INSTALL);
        type(dialog, "ftp://example.com");
        press(dialog, said("Look", "살펴보기"));
        assertTrue(console.ui(() -> RunningConsole.words(dialog).toString()).contains("ftp://example.com"));
        type(dialog, "http://127.0.0.1:1/nowhere");
        press(dialog, said("Look", "살펴보기"));
        console.awaitUi("it says why not", () -> RunningConsole.words(dialog)
                .contains(said("The repository cannot be used: refused", "저장소를 사용할 수 없습니다: 거부됨")));
        keep("unreachable", dialog);
        look(dialog);
        Table table = table(dialog);
        assertEquals(
                List.of(said("Loose detector", "느슨한 감지기"), "0.9.0", "Somebody", said("not signed", "서명되지 않음"), "0.8.0"),
                console.ui(() -> RunningConsole.row(table, 1)));
        assertTrue(details(dialog).contains("0123 4567 89AB CDEF"), details(dialog));
        assertFalse(console.ui(() -> button(dialog, said("Install", "설치")).isEnabled()), "nothing is ticked");
        keep("offered", dialog);
        for (Control control : console.ui(() -> RunningConsole.within(dialog, Table.class))) {
            assertFalse(console.ui(() -> Spoken.name(control)).isEmpty());
        }
    }

    @Test
    void whatIsNotSignedIsRefusedAndSaidWhy() throws Exception {
        String reason = said(
                "com.example.detect 1.2.0 is not signed, and updates.allow_unsigned does not allow that.",
                "com.example.detect 1.2.0은(는) 서명되지 않았으며, updates.allow_unsigned가 이를 허용하지 않습니다.");
        depot.refuse(new Refusal(
                Refusal.Reason.UNSIGNED, Optional.of("com.example.detect 1.2.0"), Optional.empty(), reason));
        install();
        Shell refused = await(INSTALLING);
        assertTrue(console.ui(() -> RunningConsole.words(refused).toString()).contains(reason));
        keep("unsigned", refused);
    }

    @Test
    void whatWasDroppedInTellsWhichFileItIs() throws Exception {
        Path file = Path.of("/site/dropins/detector.jar");
        depot.dropIn(file);
        Shell dialog = open("installed", INSTALLED);
        Table table = table(dialog);
        console.awaitUi("three of them", () -> table.getItemCount() == 3);
        select(table, 2);
        assertEquals(said("Dropped in", "폴더에 넣음"), console.ui(() -> RunningConsole.row(table, 2)
                .get(4)));
        assertTrue(details(dialog).contains(file.toString()), details(dialog));
        assertFalse(console.ui(() -> button(dialog, said("Remove…", "제거…")).isEnabled()));
        assertFalse(console.ui(() -> button(dialog, said("Update…", "업데이트…")).isEnabled()));
    }

    @Test
    void updatesAreNoticedSummedUpAndApplied() throws Exception {
        notice(new UpdateAvailable(new Moment(Instant.EPOCH, 0), Depot.CONSOLE, "0.1.0", "0.2.0"));
        ToolItem item = awaitStatus(said("1 update", "업데이트 1개"));
        console.screenshot("software-notice-dark");
        choose(item);
        Shell summary = await(UPDATES);
        Table table = table(summary);
        assertEquals(
                List.of(
                        said("RNVR console", "RNVR 콘솔"),
                        "0.1.0",
                        "0.2.0",
                        "41.5 MB",
                        said("After a restart", "다시 시작 후")),
                console.ui(() -> RunningConsole.row(table, 0)));
        assertTrue(console.ui(() -> RunningConsole.words(summary).get(0)).contains("2"));
        keep("updates", summary);
        tick(table, 1, false);
        press(summary, said("Update", "업데이트"));
        Shell question = await(RESTART);
        assertTrue(depot.requests().contains("update [" + Depot.CONSOLE + "]"), depot.requests()::toString);
        assertEquals(
                said("Later", "나중에"),
                console.ui(() -> plain(question.getDefaultButton().getText())));
        keep("restart", question);
        press(question, said("Later", "나중에"));
        choose(awaitStatus(said("Restart needed", "다시 시작 필요")));
        press(await(RESTART), said("Later", "나중에"));
        depot.become(InstallationState.IN_EFFECT);
        awaitStatus(said("1 update", "업데이트 1개"));
    }

    @Test
    void workIsSeenAndCanBeCancelled() throws Exception {
        depot.hold();
        install();
        console.awaitUi("the view of progress", () -> isVisible(PROGRESS));
        console.awaitUi("the work in it", () -> job().isPresent());
        console.screenshot("software-progress-dark");
        console.ui(() -> {
            job().orElseThrow().cancel();
            return null;
        });
        console.awaitUi("cancelled", () -> depot.wasCancelled() && job().isEmpty());
        assertEquals(List.of(), console.ui(RunningConsole::dialogs));
    }

    @Test
    void goingBackIsAskedForTwice() throws Exception {
        Shell dialog = open("installed", INSTALLED);
        press(dialog, said("Revert…", "되돌리기…"));
        press(await(said("Revert Installation", "설치 되돌리기")), said("Revert", "되돌리기"));
        console.awaitUi(
                "it is said", () -> RunningConsole.dialogs().stream().anyMatch(shell -> RunningConsole.words(shell)
                        .contains(said("The former installation is back.", "이전 설치로 되돌렸습니다."))));
        assertEquals(List.of("revert"), depot.requests());
    }

    @Test
    void theLightThemeHasThemToo() throws Exception {
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
        console.awaitUi(
                "light", () -> console.cameras().getBackground().getRGB().getHSB()[2] > 0.6f);
        Shell installed = open("installed", INSTALLED);
        Table table = table(installed);
        console.awaitUi("two features", () -> table.getItemCount() == 2);
        select(table, 1);
        console.screenshot("software-installed-light", installed);
        press(installed, said("Close", "닫기"));
        Shell install = open("install", INSTALL);
        look(install);
        console.screenshot("software-offered-light", install);
        tick(table(install), 0, true);
        press(install, said("Install", "설치"));
        Shell question = await(KEY);
        console.screenshot("software-key-light", question);
        press(question, said("Do Not Trust", "신뢰하지 않음"));
        console.screenshot("software-refused-light", await(INSTALLING));
        open("check", UPDATES);
        console.screenshot("software-updates-light", await(UPDATES));
        depot.become(InstallationState.RESTART_NEEDED);
        console.screenshot("software-restart-light", await(RESTART));
    }

    @Test
    void whatIsDisabledIsFaintInEitherThemeAndWhenThatChanges() {
        Shell dialog = open("installed", INSTALLED);
        Table table = table(dialog);
        console.awaitUi("two features", () -> table.getItemCount() == 2);
        select(table, 0);
        Button disabled = console.ui(() -> button(dialog, said("Remove…", "제거…")));
        Button enabled = console.ui(() -> button(dialog, said("Install…", "설치…")));
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT, Theme.DARK)) {
            configuration.becomes(
                    Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
            console.awaitUi(
                    "faint where it is " + theme,
                    () -> isDark(enabled) == (theme == Theme.DARK)
                            && isDark(disabled) == (theme == Theme.DARK)
                            && range(disabled) < range(enabled) * FAINT);
        }
    }

    private static boolean isDark(Button button) {
        return brightness(button).average().orElseThrow() < MIDDLE;
    }

    /** From the darkest to the brightest within a button, which are its ground and its words. */
    private static int range(Button button) {
        IntSummaryStatistics found = brightness(button).summaryStatistics();
        return found.getMax() - found.getMin();
    }

    private static IntStream brightness(Button button) {
        Rectangle inner = button.getDisplay().map(button.getParent(), null, button.getBounds());
        inner.x += EDGE;
        inner.y += EDGE;
        inner.width -= 2 * EDGE;
        inner.height -= 2 * EDGE;
        ImageData picture = RunningConsole.picture(inner);
        return IntStream.range(0, inner.width * inner.height)
                .map(index -> picture.palette.getRGB(picture.getPixel(index % inner.width, index / inner.width)).green);
    }

    private static boolean isVisible(String view) {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        IViewPart part = page.findView(view);
        return part != null && page.isPartVisible(part);
    }

    private static Optional<Job> job() {
        return Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().equals(INSTALLING))
                .findFirst();
    }

    private void install() {
        Shell dialog = open("install", INSTALL);
        look(dialog);
        tick(table(dialog), 0, true);
        press(dialog, said("Install", "설치"));
        console.awaitUi("the dialog has closed", dialog::isDisposed);
    }

    private void look(Shell dialog) {
        type(dialog, "/media/stick/p2");
        press(dialog, said("Look", "살펴보기"));
        Table table = table(dialog);
        console.awaitUi("what is there", () -> table.getItemCount() == 2);
        assertTrue(depot.requests().contains("offered [file:/media/stick/p2]"), depot.requests()::toString);
    }

    private Shell open(String command, String title) {
        console.later(() -> {
            try {
                PlatformUI.getWorkbench()
                        .getService(IHandlerService.class)
                        .executeCommand("org.rnvr.console.software." + command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        return await(title);
    }

    private Shell await(String title) {
        console.awaitUi("the window " + title, () -> find(title).isPresent());
        return console.ui(() -> find(title).orElseThrow());
    }

    private static Optional<Shell> find(String title) {
        return RunningConsole.dialogs().stream()
                .filter(shell -> shell.getText().equals(title))
                .reduce((former, later) -> later);
    }

    private Table table(Shell shell) {
        return console.ui(() -> RunningConsole.within(shell, Table.class).get(0));
    }

    private String details(Shell shell) {
        return console.ui(() -> texts(shell));
    }

    private static String texts(Shell shell) {
        return String.join(
                "\n",
                RunningConsole.within(shell, Text.class).stream()
                        .map(Text::getText)
                        .toList());
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    private void type(Shell dialog, String text) {
        console.ui(() -> {
            RunningConsole.within(dialog, Combo.class).get(0).setText(text);
            return null;
        });
    }

    private void select(Table table, int index) {
        console.ui(() -> {
            table.setSelection(index);
            Event event = new Event();
            event.item = table.getItem(index);
            table.notifyListeners(SWT.Selection, event);
            return null;
        });
    }

    private void tick(Table table, int index, boolean on) {
        console.ui(() -> {
            table.getItem(index).setChecked(on);
            Event event = new Event();
            event.item = table.getItem(index);
            event.detail = SWT.CHECK;
            table.notifyListeners(SWT.Selection, event);
            return null;
        });
    }

    private void press(Shell shell, String words) {
        Button button = console.ui(() -> button(shell, words));
        assertTrue(console.ui(button::isEnabled), words);
        console.later(() -> button.notifyListeners(SWT.Selection, new Event()));
    }

    private static Button button(Shell shell, String words) {
        return RunningConsole.within(shell, Button.class).stream()
                .filter(button -> plain(button.getText()).equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words + " but "
                        + RunningConsole.within(shell, Button.class).stream()
                                .map(Button::getText)
                                .toList()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\(&.\\)", "").replace("&", "");
    }

    private ToolItem awaitStatus(String words) {
        console.awaitUi("the status bar says " + words, () -> status(words).isPresent());
        return console.ui(() -> status(words).orElseThrow());
    }

    private Optional<ToolItem> status(String words) {
        return RunningConsole.controls(console.window())
                .filter(ToolBar.class::isInstance)
                .flatMap(bar -> Arrays.stream(((ToolBar) bar).getItems()))
                .filter(item -> item.getText().equals(words))
                .findFirst();
    }

    private void choose(ToolItem item) {
        console.later(() -> item.notifyListeners(SWT.Selection, new Event()));
    }

    /** Tells the console of an event, as the framework's bus would. */
    private static void notice(RnvrEvent event) throws InvalidSyntaxException {
        BundleContext bundles = FrameworkUtil.getBundle(SoftwareTest.class).getBundleContext();
        for (ServiceReference<EventHandler> reference :
                bundles.getServiceReferences(EventHandler.class, "(event.topics=" + event.topic() + ")")) {
            bundles.getService(reference)
                    .handleEvent(new org.osgi.service.event.Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
            bundles.ungetService(reference);
        }
    }

    private void keep(String name, Shell shell) throws Exception {
        console.screenshot("software-" + name + "-dark", shell);
    }
}
