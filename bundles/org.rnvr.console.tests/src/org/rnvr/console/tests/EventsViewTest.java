package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Theme;
import org.rnvr.event.Moment;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;

/** The journal as it is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class EventsViewTest {

    private static final String VIEW = "org.rnvr.console.events";
    private static final int COLUMNS = 4;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final Instant begin = Instant.now().minusSeconds(3 * 3600);
    private Diary diary;
    private ServiceRegistration<Journal> journal;
    private long number;

    EventsViewTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void open() {
        number = 0;
        diary = new Diary();
        write("started", "", Map.of("version", "0.1.0"));
        write("streaming", "gate", fields("session", "1", "codec", "h264", "width", "1920", "height", "1080"));
        write("recording_started", "gate", fields("file", "/recordings/gate/20260301/gate_20260301_120000.mp4"));
        write(
                "suspect",
                "yard",
                fields("strategy", "adaptive", "silence_ms", "1250", "level", "8.1", "reason", "no media for 1.3 s"));
        write(
                "lost",
                "yard",
                fields("strategy", "keepalive", "silence_ms", "8000", "reason", "no answer to the keep-alive"));
        write("reconnecting", "yard", fields("attempt", "1", "next_ms", "500"));
        write("reconnected", "yard", fields("session", "2", "outage_ms", "9400"));
        write(
                "gap",
                "yard",
                fields("from", "2026-03-01T12:00:00.000Z", "to", "2026-03-01T12:00:09.400Z", "cause", "loss"));
        write("storage", "", fields("state", "low", "path", "/recordings", "free_bytes", "90000000000"));
        write("config_problem", "", fields("path", "streaming.latency_ms", "message", "-5 is not allowed"));
        write("alert", "", fields("kind", "network", "message", "3 cameras fell silent at once"));
        journal = console.publish(Journal.class, diary);
        configuration.becomes(Site.USUAL, List.of());
        console.ui(() -> {
            console.toFront(VIEW);
            return null;
        });
        awaitRows(11);
    }

    @AfterEach
    void close() {
        console.ui(() -> {
            console.hide(VIEW);
            return null;
        });
        console.withdraw(journal);
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void theNewestStandsFirstInWords() throws Exception {
        List<String> lost = console.ui(() -> row(6));
        assertEquals(List.of(said("Lost", "연결 끊김"), said("Yard", "마당")), lost.subList(1, 3));
        assertEquals(
                said(
                        "no answer to the keep-alive · strategy keepalive · silence 8 s",
                        "no answer to the keep-alive · 전략 keepalive · 침묵 8 s"),
                lost.get(3));
        assertEquals(said("Alarm", "알람"), console.ui(() -> row(0)).get(1));
        assertNotNull(console.ui(() -> table().getItem(6).getImage(1)), "its symbol");
        console.screenshot("events-dark");
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Optional.empty()), Site.CAMERAS), List.of());
        console.awaitUi("light", () -> table().getBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("events-light");
    }

    @Test
    void whatRnvrSaysIsToldInTheLanguageOfTheConsole() {
        write("warning", "gate", fields("strategy", "onvif", "reason", "The camera did not answer in time: HTTP 504"));
        write("segment_closed", "gate", fields("cause", "rotation"));
        awaitRows(13);
        assertEquals(
                said(
                        "The camera did not answer in time: HTTP 504 · strategy onvif",
                        "카메라가 제시간에 응답하지 않았습니다: HTTP 504 · 전략 onvif"),
                console.ui(() -> row(1)).get(3));
        assertEquals(
                said("cause rotation", "원인 파일 교체"), console.ui(() -> row(0)).get(3));
    }

    @Test
    void itFollowsWhatIsWritten() {
        write("recovered", "gate", Map.of("silence_ms", "900"));
        awaitRows(12);
        assertEquals(said("Recovered", "회복"), console.ui(() -> row(0)).get(1));
        console.withdraw(journal);
        awaitRows(0);
        assertTrue(console.ui(console::words).contains(said("There is no journal.", "기록이 없습니다.")));
        journal = console.publish(Journal.class, diary);
        awaitRows(12);
    }

    @Test
    void itIsFilteredByCameraKindTimeAndWords() throws Exception {
        String all = said("All cameras", "모든 카메라");
        choose(all, said("Yard", "마당"));
        awaitRows(5);
        choose(said("All events", "모든 이벤트"), said("Losses", "끊김"));
        awaitRows(3);
        write("lost", "gate", Map.of());
        write("lost", "yard", Map.of("reason", "again"));
        awaitRows(4);
        search("keep-alive");
        awaitRows(1);
        console.screenshot("events-filtered-dark");
        search("");
        choose(said("Last 24 hours", "최근 24시간"), said("Last hour", "최근 1시간"));
        awaitRows(0);
        choose(said("Last hour", "최근 1시간"), said("All time", "전체 기간"));
        choose(all, said("System (no camera)", "시스템(카메라 없음)"));
        choose(said("Losses", "끊김"), said("All events", "모든 이벤트"));
        awaitRows(4);
        choose(said("All time", "전체 기간"), said("Between…", "기간 지정…"));
        awaitRows(4);
        console.screenshot("events-between-dark");
    }

    @Test
    void theAnswerToAFormerSearchIsPassedOver() {
        String all = said("All cameras", "모든 카메라");
        console.ui(() -> {
            console.choose(all, said("Gate", "정문"));
            awaitSearch();
            diary.hold();
            console.choose(all, said("Yard", "마당"));
            return null;
        });
        RunningConsole.await("it is searched anew", () -> diary.isWaitedFor());
        write("lost", "yard", Map.of("reason", "again"));
        console.awaitUi("it is told", () -> row(0).get(3).contains("again"));
        diary.letGo();
        awaitRows(6);
    }

    /** Until it has its answer, which is not shown before this thread is free. */
    private static void awaitSearch() throws InterruptedException {
        for (Job job : Job.getJobManager().find(null)) {
            if (job.getClass().getSimpleName().equals("EventSearch")) {
                job.join();
            }
        }
    }

    @Test
    void whatCannotBeReadIsSaid() {
        diary.becomeUnreadable();
        choose(said("Last 24 hours", "최근 24시간"), said("All time", "전체 기간"));
        console.awaitUi("said", () -> console.words().contains("Input/output error"));
    }

    @Test
    void rowsAreCopied() {
        String copied = console.ui(() -> {
            table().setSelection(5, 6);
            Menu menu = table().getMenu();
            RunningConsole.open(menu);
            RunningConsole.choose(menu, 0);
            RunningConsole.close(menu);
            Clipboard clipboard = new Clipboard(Display.getCurrent());
            try {
                return (String) clipboard.getContents(TextTransfer.getInstance());
            } finally {
                clipboard.dispose();
            }
        });
        List<String> lines = copied.lines().toList();
        assertEquals(2, lines.size());
        assertEquals(4, lines.get(0).split("\t").length);
        assertTrue(lines.get(1).contains(said("Lost", "연결 끊김")), copied);
    }

    @Test
    void aHundredThousandRowsStand() throws Exception {
        for (int i = 0; i < 120_000; i++) {
            diary.write(entry("recovered", "gate", Map.of("silence_ms", "1200")));
        }
        choose(said("Last 24 hours", "최근 24시간"), said("All time", "전체 기간"));
        awaitRows(100_000);
        console.awaitUi("rows far down are reached", () -> {
            table().setTopIndex(60_000);
            return table().getTopIndex() > 50_000;
        });
        write("lost", "gate", Map.of());
        console.awaitUi("the new one is there", () -> row(0).get(1).equals(said("Lost", "연결 끊김")));
        console.screenshot("events-many-dark");
    }

    private void awaitRows(int count) {
        console.awaitUi(count + " rows", () -> console.table(COLUMNS)
                .filter(table -> table.getItemCount() == count)
                .isPresent());
    }

    private void choose(String there, String wanted) {
        console.ui(() -> {
            console.choose(there, wanted);
            return null;
        });
    }

    private void search(String words) {
        console.ui(() -> {
            Text field = (Text) console.find(control ->
                            control instanceof Text text && said("Search", "검색").equals(text.getMessage()))
                    .orElseThrow();
            field.setText(words);
            return null;
        });
    }

    private Table table() {
        return console.table(COLUMNS).orElseThrow();
    }

    private List<String> row(int index) {
        return RunningConsole.row(table(), index);
    }

    private void write(String event, String camera, Map<String, String> fields) {
        diary.write(entry(event, camera, fields));
    }

    private JournalEntry entry(String event, String camera, Map<String, String> fields) {
        number++;
        return new JournalEntry(
                new Moment(begin.plusMillis(number * 20), number),
                event,
                Optional.of(camera).filter(id -> !id.isEmpty()),
                fields);
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
