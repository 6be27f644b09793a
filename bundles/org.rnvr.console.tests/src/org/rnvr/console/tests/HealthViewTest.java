package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.rnvr.console.tests.Site.said;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Theme;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Moment;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.pipeline.CameraPipeline;

/** Why a camera was thought to be gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class HealthViewTest {

    private static final String VIEW = "org.rnvr.console.health";
    private static final int LOSS_COLUMNS = 8;
    private static final int STRATEGY_COLUMNS = 5;
    private static final long FRAME_MS = 40;
    private static final String LOSSES_OF_YARD = said(
            "Losses: 2 · without picture 21.4 s · worst 12 s · noticed after 6 s (median) · suspicions that passed: 1",
            "끊김 2회 · 영상 없음 21.4초 · 최장 12초 · 감지까지 6초(중앙값) · 지나간 의심 1회");

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final Instant now = Instant.now();
    private Diary diary;
    private Watch watch;
    private Pictures yard;
    private ServiceRegistration<Journal> journal;
    private ServiceRegistration<CameraMonitor> monitor;
    private ServiceRegistration<CameraPipeline> pipeline;
    private long number;

    HealthViewTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void open() {
        number = 0;
        diary = new Diary();
        write(Duration.ofDays(3), "lost", "strategy", "pipeline", "silence_ms", "200", "reason", "The session ended.");
        write(Duration.ofDays(3).minusSeconds(9), "reconnected", "session", "2", "outage_ms", "9000");
        write(Duration.ofHours(5), "suspect", "strategy", "adaptive", "silence_ms", "1250", "reason", "no media");
        write(Duration.ofHours(5).minusSeconds(1), "recovered", "silence_ms", "2100");
        write(
                Duration.ofHours(4),
                "lost",
                "strategy",
                "keepalive",
                "silence_ms",
                "8000",
                "reason",
                "No answer to the keep-alive for 8 s.");
        write(Duration.ofHours(4).minusSeconds(2), "reconnected", "session", "3", "outage_ms", "9400");
        write(
                Duration.ofMinutes(20),
                "stalled",
                "strategy",
                "frames",
                "silence_ms",
                "4000",
                "reason",
                "The camera answers and has sent no media for 4 s.");
        write(Duration.ofMinutes(20).minusSeconds(8), "recovered", "silence_ms", "12000");
        watch = new Watch();
        watch.say(Site.status("gate", ConnectionState.DISCONNECTED));
        watch.say(Site.status("yard", ConnectionState.STREAMING));
        watch.think(
                "yard",
                List.of(
                        thinks("adaptive", Grade.SUSPECT, 8.4, "no media for 1.3 s"),
                        thinks("buffering", Grade.WARNING, 0.5, "The buffer runs empty."),
                        thinks("frames", Grade.HEALTHY, 0.3, ""),
                        thinks("keepalive", Grade.DEAD, 1.6, "no answer for 8 s")));
        yard = new Pictures("yard");
        long end = System.nanoTime();
        yard.arrive(LongStream.range(0, 32)
                .map(i -> end - Duration.ofMillis((32 - i) * FRAME_MS).toNanos())
                .toArray());
        journal = console.publish(Journal.class, diary);
        monitor = console.publish(CameraMonitor.class, watch);
        pipeline = console.publish(CameraPipeline.class, yard);
        configuration.becomes(Site.USUAL, List.of());
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        console.awaitUi("the cameras", () -> console.cameras().getItemCount() == Site.CAMERAS.length);
        console.ui(() -> {
            console.select(1);
            console.toFront(VIEW);
            return null;
        });
        console.awaitUi("it shows the selected camera", () -> camera().getText().equals(said("Yard", "마당")));
        console.awaitUi("its losses", () -> console.words().contains(LOSSES_OF_YARD));
    }

    @AfterEach
    void close() {
        console.ui(() -> {
            console.hide(VIEW);
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        console.withdraw(journal);
        console.withdraw(monitor);
        console.withdraw(pipeline);
        yard.shown().forEach(Pictures.Shown::leave);
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void lossesDetectorsAndRhythmAreShown() throws Exception {
        assertEquals(2, console.ui(() -> losses().getItemCount()));
        List<String> newest = console.ui(() -> RunningConsole.row(losses(), 0));
        assertEquals(
                List.of(
                        said("Answers, no picture", "응답하지만 영상 없음"),
                        "frames",
                        said("4 s", "4초"),
                        said("12 s", "12초"),
                        said("Recovered", "회복")),
                newest.subList(1, 6));
        assertEquals("The camera answers and has sent no media for 4 s.", newest.get(7));
        assertNotNull(console.ui(() -> losses().getItem(0).getImage(1)), "its symbol");
        console.awaitUi("the detectors", () -> strategies().getItemCount() == 4);
        assertEquals(
                List.of("adaptive", said("Suspicious", "의심"), "8.4"),
                console.ui(() -> RunningConsole.row(strategies(), 0)).subList(0, 3));
        assertEquals(
                List.of("keepalive", said("Gone", "두절"), "1.6"),
                console.ui(() -> RunningConsole.row(strategies(), 3)).subList(0, 3));
        console.awaitUi(
                "the rhythm", () -> console.words().contains(said("Between frames: median 40 ms", "프레임 간격: 중앙값 40ms")));
        awaitFreshPlot(false);
        console.screenshot("health-dark");
        int flat = console.ui(() -> plot().getSize().y);
        state(IWorkbenchPage.STATE_MAXIMIZED);
        console.awaitUi("it has more room", () -> plot().getSize().y > flat);
        awaitFreshPlot(false);
        console.screenshot("health-large-dark");
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Optional.empty()), Site.CAMERAS), List.of());
        awaitFreshPlot(true);
        console.screenshot("health-large-light");
        state(IWorkbenchPage.STATE_RESTORED);
        console.awaitUi("it has less room", () -> plot().getSize().y <= flat);
        awaitFreshPlot(true);
        console.screenshot("health-light");
    }

    @Test
    void allWordsAreWholeInASmallWindow() throws Exception {
        Rectangle usual = console.ui(() -> console.window().getBounds());
        console.ui(() -> {
            console.window().setBounds(0, 0, 1024, 700);
            return null;
        });
        try {
            console.awaitUi("the rhythm", () -> console.words().contains(said("median 40 ms", "중앙값 40ms")));
            console.awaitUi(
                    "whole words",
                    () -> plot().getSize().x < 1024 / 2
                            && RunningConsole.within(camera().getParent().getParent(), Label.class).stream()
                                    .allMatch(HealthViewTest::isWhole));
            console.awaitUi(
                    "whole detectors and grades",
                    () -> strategies().getItemCount() == 4
                            && Arrays.stream(strategies().getItems())
                                    .allMatch(item -> isWhole(item, 0) && isWhole(item, 1)));
            console.screenshot("health-small-dark");
        } finally {
            console.ui(() -> {
                console.window().setBounds(usual);
                return null;
            });
        }
    }

    private static boolean isWhole(TableItem item, int column) {
        GC gc = new GC(item.getParent());
        try {
            gc.setFont(item.getFont(column));
            Image image = item.getImage(column);
            int beside = image == null ? 0 : image.getBounds().width;
            return gc.textExtent(item.getText(column)).x + beside
                    <= item.getParent().getColumn(column).getWidth();
        } finally {
            gc.dispose();
        }
    }

    private static boolean isWhole(Label label) {
        Rectangle bounds = label.getBounds();
        Point needed = label.computeSize((label.getStyle() & SWT.WRAP) == 0 ? SWT.DEFAULT : bounds.width, SWT.DEFAULT);
        Rectangle room = label.getParent().getClientArea();
        return needed.x <= bounds.width
                && needed.y <= bounds.height
                && room.contains(bounds.x, bounds.y)
                && room.contains(bounds.x + bounds.width - 1, bounds.y + bounds.height - 1);
    }

    @Test
    void itIsFollowedAndSeenFurtherBack() {
        write(Duration.ofSeconds(3), "lost", "strategy", "adaptive", "silence_ms", "2000", "reason", "Silent.");
        console.awaitUi(
                "the loss of now",
                () -> losses().getItemCount() == 3
                        && RunningConsole.row(losses(), 0).get(5).equals(said("Lasts", "계속됨")));
        write(Duration.ofSeconds(1), "reconnected", "session", "4", "outage_ms", "4000");
        console.awaitUi("its end", () -> RunningConsole.row(losses(), 0).get(5).equals(said("Reconnected", "재연결됨")));
        choose(said("Last 24 hours", "최근 24시간"), said("Last 30 days", "최근 30일"));
        console.awaitUi(
                "the older one",
                () -> losses().getItemCount() == 4
                        && RunningConsole.row(losses(), 3).get(2).equals(said("the session itself", "세션 자체")));
        choose(said("Yard", "마당"), said("Gate", "정문"));
        console.awaitUi(
                "the other camera was not lost",
                () -> losses().getItemCount() == 0
                        && strategies().getItemCount() == 0
                        && console.words().contains(said("No loss", "끊김 없음"))
                        && console.words().contains(said("No session is active", "활성 세션이 없어")));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        diary.becomeUnreadable();
        choose(said("Yard", "마당"), said("Gate", "정문"));
        console.awaitUi("said", () -> console.words().contains("Input/output error"));
        console.withdraw(journal);
        console.awaitUi("gone", () -> console.words().contains(said("There is no journal.", "기록이 없습니다.")));
        diary = new Diary();
        journal = console.publish(Journal.class, diary);
        console.awaitUi("there again", () -> console.words().contains(said("No loss", "끊김 없음")));
    }

    @Test
    void outOfSightItIsWatchedAndNotDrawn() {
        awaitPlot(false);
        Label rhythm = console.ui(this::rhythm);
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        int hidden = watch.questions();
        RunningConsole.await("what was under way is done", () -> watch.questions() > hidden + 2);
        String before = console.ui(rhythm::getText);
        RunningConsole.await("it goes on to look", () -> watch.questions() > hidden + 10);
        assertEquals(before, console.ui(rhythm::getText), "the silence grows and nobody is told");
        console.ui(() -> {
            console.toFront(VIEW);
            return null;
        });
        console.awaitUi("told again", () -> !before.equals(rhythm.getText()));
        awaitPlot(false);
    }

    /** Waits for a plot that was asked for with the size and the colours of now. */
    private void awaitFreshPlot(boolean light) {
        for (int i = 0; i < 2; i++) {
            String before = console.ui(() -> rhythm().getText());
            console.awaitUi("another plot", () -> !before.equals(rhythm().getText()));
        }
        awaitPlot(light);
    }

    private Label rhythm() {
        return (Label) console.find(control ->
                        control instanceof Label label && label.getText().contains(said("median 40 ms", "중앙값 40ms")))
                .orElseThrow();
    }

    private void awaitPlot(boolean light) {
        console.awaitUi("a plot on its ground", () -> {
            Rectangle bounds = plot().getBounds();
            if (light != plot().getBackground().getRGB().getHSB()[2] > 0.5f) {
                return false;
            }
            ImageData picture = RunningConsole.picture(plot().getDisplay().map(plot().getParent(), null, bounds));
            return picture.palette.getRGB(picture.getPixel(0, 0)).getHSB()[2] > 0.5f == light && colours(picture) > 20;
        });
    }

    private static long colours(ImageData picture) {
        int[] row = new int[picture.width];
        return LongStream.range(0, picture.height)
                .flatMap(y -> {
                    picture.getPixels(0, (int) y, row.length, row, 0);
                    return Arrays.stream(row.clone()).asLongStream();
                })
                .distinct()
                .count();
    }

    private void choose(String there, String wanted) {
        console.ui(() -> {
            console.choose(there, wanted);
            return null;
        });
    }

    private void state(int state) {
        console.ui(() -> {
            IWorkbenchPage page =
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.setPartState(page.findViewReference(VIEW), state);
            return null;
        });
    }

    private Table losses() {
        return console.table(LOSS_COLUMNS).orElseThrow();
    }

    private Table strategies() {
        return console.table(STRATEGY_COLUMNS).orElseThrow();
    }

    private Canvas plot() {
        Table besides = losses();
        return RunningConsole.within(besides.getParent().getParent().getParent(), Canvas.class).stream()
                .filter(canvas -> canvas.getClass() == Canvas.class)
                .findFirst()
                .orElseThrow();
    }

    private Combo camera() {
        return (Combo) console.find(control ->
                        control instanceof Combo combo && combo.isVisible() && combo.indexOf(said("Yard", "마당")) >= 0)
                .orElseThrow();
    }

    private StrategyAssessment thinks(String strategy, Grade grade, double level, String reason) {
        return new StrategyAssessment(
                strategy, Site.SESSION, new Assessment(grade, level, reason, Set.of()), now.minusSeconds(90));
    }

    private void write(Duration ago, String event, String... fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        diary.write(new JournalEntry(new Moment(now.minus(ago), number++), event, Optional.of("yard"), map));
    }
}
