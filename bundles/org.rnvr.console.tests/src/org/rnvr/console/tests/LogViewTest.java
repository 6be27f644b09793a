package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.Theme;
import org.rnvr.log.LogFile;
import org.rnvr.log.LogFiles;

/** The log as it is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class LogViewTest {

    private static final String VIEW = "org.rnvr.console.log";
    private static final int COLUMNS = 4;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private volatile List<LogFile> files = List.of();
    private ServiceRegistration<LogFiles> service;
    private Path current;

    LogViewTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        configuration.becomes(Site.USUAL, List.of());
        Path old = Files.writeString(
                folder.resolve("rnvr.2026-02-28.log"),
                "2026-02-28 09:00:00.000 INFO  [main] org.rnvr.app - yesterday\n");
        current = Files.writeString(
                folder.resolve("rnvr.log"),
                """
                2026-03-01 12:00:00.000 INFO  [main] org.rnvr.app.internal.Run - RNVR 0.1.0 has started
                2026-03-01 12:00:01.200 DEBUG [gate] org.rnvr.monitor.internal.Lane - session 1 of gate is live
                2026-03-01 12:00:02.100 WARN  [gate] org.rnvr.pipeline.gst.Source - the network is bad
                2026-03-01 12:00:03.000 ERROR [recorder] org.rnvr.recorder.Volume - cannot write
                java.io.IOException: No space left on device
                \tat java.base/sun.nio.ch.FileDispatcherImpl.write0(Native Method)
                """);
        files = List.of(
                new LogFile(current, LogFile.Kind.TEXT, true, 1, Site.NOON),
                new LogFile(old, LogFile.Kind.TEXT, false, 1, Site.NOON));
        service = console.publish(LogFiles.class, () -> files);
        console.ui(() -> {
            console.toFront(VIEW);
            return null;
        });
        awaitRows(4);
    }

    @AfterEach
    void close() {
        console.ui(() -> {
            console.hide(VIEW);
            return null;
        });
        console.withdraw(service);
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void theLogOfThisRunIsShownAndFollowed() throws Exception {
        assertEquals(
                List.of("2026-03-01 12:00:03.000", "ERROR", "org.rnvr.recorder.Volume", "cannot write"),
                console.ui(() -> RunningConsole.row(table(), 3)));
        console.ui(() -> {
            table().setSelection(3);
            table().notifyListeners(SWT.Selection, new Event());
            return null;
        });
        assertTrue(console.ui(console::words).contains("FileDispatcherImpl.write0"), "all of the entry");
        console.screenshot("log-dark");
        Files.writeString(
                current, "2026-03-01 12:00:09.000 INFO  [main] org.rnvr.app - further\n", StandardOpenOption.APPEND);
        awaitRows(5);
        configuration.becomes(
                Site.configuration(Site.ui(Theme.LIGHT, true, Optional.empty()), Site.CAMERAS), List.of());
        console.awaitUi("light", () -> table().getBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("log-light");
    }

    @Test
    void itIsFilteredBySeverityAndWords() {
        choose(said("TRACE and above", "TRACE 이상"), said("WARN and above", "WARN 이상"));
        awaitRows(2);
        console.ui(() -> {
            Text field = (Text) console.find(control ->
                            control instanceof Text text && said("Search", "검색").equals(text.getMessage()))
                    .orElseThrow();
            field.setText("no SPACE");
            return null;
        });
        awaitRows(1);
    }

    @Test
    void anOlderFileIsOpenedAndAMissingOneIsSaid() throws Exception {
        console.ui(() -> {
            console.choose(
                    said("The log of this run", "이번 실행의 로그"),
                    combo().stream()
                            .filter(words -> words.contains("rnvr.2026-02-28.log"))
                            .findFirst()
                            .orElseThrow());
            return null;
        });
        awaitRows(1);
        Files.delete(files.get(1).path());
        console.awaitUi("said", () -> console.words().contains(said("The log file is not there:", "로그 파일이 없습니다:")));
        awaitRows(0);
        configuration.becomes(Site.USUAL.with(withoutFile(Site.USUAL.logging())), List.of());
        files = List.of();
        console.awaitUi("none is written", () -> console.words()
                .contains(said(
                        "No log file is written (logging.file.enabled).", "로그 파일을 쓰지 않습니다(logging.file.enabled).")));
        console.screenshot("log-none-dark");
    }

    private static LoggingSettings withoutFile(LoggingSettings logging) {
        LoggingSettings.LogFile file = logging.file();
        return new LoggingSettings(
                logging.enabled(),
                logging.folder(),
                logging.console(),
                new LoggingSettings.LogFile(
                        false,
                        file.level(),
                        file.filename(),
                        file.rotation(),
                        file.retention(),
                        file.keep(),
                        file.compress()),
                logging.errorLog(),
                logging.jsonLog());
    }

    private List<String> combo() {
        return List.of(((Combo) console.find(control -> control instanceof Combo combo
                                && combo.isVisible()
                                && combo.indexOf(said("The log of this run", "이번 실행의 로그")) >= 0)
                        .orElseThrow())
                .getItems());
    }

    private void choose(String there, String wanted) {
        console.ui(() -> {
            console.choose(there, wanted);
            return null;
        });
    }

    private void awaitRows(int count) {
        console.awaitUi(count + " rows", () -> console.table(COLUMNS)
                .filter(table -> table.getItemCount() == count)
                .isPresent());
    }

    private Table table() {
        return console.table(COLUMNS).orElseThrow();
    }
}
