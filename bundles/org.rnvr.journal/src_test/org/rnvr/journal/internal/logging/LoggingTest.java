package org.rnvr.journal.internal.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.LoggingSettings.Console;
import org.rnvr.config.LoggingSettings.JsonLog;
import org.rnvr.config.LoggingSettings.Level;
import org.rnvr.config.LoggingSettings.LogFile;
import org.rnvr.config.LoggingSettings.Rotation;
import org.slf4j.LoggerFactory;

@Timeout(30)
class LoggingTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Rotation DAILY = new Rotation(Optional.of(Duration.ofDays(1)), OptionalLong.empty());
    private static final Rotation BY_SIZE = new Rotation(Optional.empty(), OptionalLong.of(2_000));
    private static final LogFile OFF = file(false, Level.DEBUG, "off.log", DAILY);
    private static final Console NO_CONSOLE = new Console(false, Level.INFO, true);
    private static final JsonLog NO_JSON = new JsonLog(false, "rnvr.jsonl");

    @TempDir
    Path folder;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logging logging = new Logging(context);
    private final Logger logger = context.getLogger("org.rnvr.test");
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @BeforeEach
    void catchTerminal() {
        System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        logging.begin();
    }

    @AfterEach
    void giveTerminalBack() {
        context.stop();
        System.setErr(standardError);
    }

    private static LogFile file(boolean enabled, Level level, String filename, Rotation rotation) {
        return new LogFile(
                enabled, level, filename, rotation, Optional.of(Duration.ofDays(7)), OptionalInt.of(10), true);
    }

    private LoggingSettings settings(Console console, LogFile file, LogFile errors, JsonLog json) {
        return new LoggingSettings(true, folder, console, file, errors, json);
    }

    private String terminal() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    private String written(String filename) throws IOException {
        return Files.readString(folder.resolve(filename));
    }

    @Test
    void warnsOnTheTerminalBeforeTheConfigurationIsKnown() {
        logging.begin();
        logger.info("quiet");
        logger.warn("loud");
        logging.end();
        assertTrue(terminal().contains("loud"), terminal());
        assertFalse(terminal().contains("quiet"), terminal());
    }

    @Test
    void everyOutputHasItsLevel() throws IOException {
        logging.apply(settings(
                new Console(true, Level.WARNING, true),
                file(true, Level.DEBUG, "rnvr.log", DAILY),
                file(true, Level.ERROR, "errors.log", BY_SIZE),
                NO_JSON));
        logger.trace("1-trace");
        logger.debug("2-debug");
        logger.warn("3-warn");
        logger.error("4-error");
        logging.end();
        assertEquals(List.of("3-warn", "4-error"), messages(terminal()));
        assertEquals(List.of("2-debug", "3-warn", "4-error"), messages(written("rnvr.log")));
        assertEquals(List.of("4-error"), messages(written("errors.log")));
    }

    private static List<String> messages(String log) {
        return log.lines().map(line -> line.substring(line.indexOf(" - ") + 3)).toList();
    }

    @Test
    void writesNoColourWhereThereIsNoTerminal() {
        logging.apply(settings(new Console(true, Level.INFO, false), OFF, OFF, NO_JSON));
        logger.error("plain");
        logging.end();
        assertTrue(terminal().contains("plain"), terminal());
        assertFalse(terminal().contains("\u001B"), terminal());
    }

    @Test
    void aTerminalThatTakesNothingHoldsNobodyUp() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        System.setErr(new PrintStream(new HeldStream(released), true, StandardCharsets.UTF_8));
        try {
            assertTimeoutPreemptively(LIMIT, () -> {
                logging.begin();
                logger.warn("before the configuration is known");
                logging.apply(settings(
                        new Console(true, Level.INFO, true), file(true, Level.INFO, "rnvr.log", DAILY), OFF, NO_JSON));
                logger.warn("and after");
                logging.end();
            });
            assertEquals(List.of("and after"), messages(written("rnvr.log")));
        } finally {
            released.countDown();
        }
    }

    /** Takes nothing until it is released. */
    private static final class HeldStream extends OutputStream {

        private final CountDownLatch released;

        HeldStream(CountDownLatch released) {
            this.released = released;
        }

        @Override
        public void write(int one) {
            boolean interrupted = false;
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    // A write to a terminal is not interrupted either.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void changesWhileItRuns() throws IOException {
        logging.apply(settings(NO_CONSOLE, file(true, Level.INFO, "one.log", DAILY), OFF, NO_JSON));
        logger.info("first");
        logging.apply(settings(NO_CONSOLE, file(true, Level.ERROR, "two.log", DAILY), OFF, NO_JSON));
        logger.info("unwanted");
        logger.error("second");
        logging.apply(settings(NO_CONSOLE, file(true, Level.INFO, "one.log", DAILY), OFF, NO_JSON));
        logger.info("third");
        logging.end();
        assertEquals(List.of("first", "third"), messages(written("one.log")));
        assertEquals(List.of("second"), messages(written("two.log")));
    }

    @Test
    void isSilentWhenSwitchedOff() throws IOException {
        logging.begin();
        logging.apply(new LoggingSettings(
                false,
                folder,
                new Console(true, Level.TRACE, true),
                file(true, Level.TRACE, "rnvr.log", DAILY),
                OFF,
                NO_JSON));
        logger.error("nobody hears");
        logging.end();
        assertEquals("", terminal());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void writesOneJsonObjectALine() throws IOException {
        logging.apply(
                settings(NO_CONSOLE, file(false, Level.INFO, "rnvr.log", DAILY), OFF, new JsonLog(true, "rnvr.jsonl")));
        logger.info("현관 \"{}\"\n<two>", "x");
        logger.error("failed", new IllegalStateException("at rtsp://admin:s3cret@cam/"));
        logging.end();
        List<String> lines = written("rnvr.jsonl").lines().toList();
        assertEquals(2, lines.size());
        JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
        assertEquals("현관 \"x\"\n<two>", first.get("message").getAsString());
        assertEquals("INFO", first.get("level").getAsString());
        assertEquals("org.rnvr.test", first.get("logger").getAsString());
        assertFalse(first.has("exception"));
        String exception = JsonParser.parseString(lines.get(1))
                .getAsJsonObject()
                .get("exception")
                .getAsString();
        assertTrue(exception.contains("rtsp://admin:***@cam/"), exception);
    }

    @Test
    void noPasswordReachesALog() throws IOException {
        logging.apply(settings(
                new Console(true, Level.INFO, true), file(true, Level.DEBUG, "rnvr.log", DAILY), OFF, NO_JSON));
        logger.error("cannot open {}", "rtsp://admin:s3cret@10.0.0.1/live", new IOException("rtsp://a:s3cret@b/"));
        logging.end();
        assertTrue(terminal().contains("rtsp://admin:***@10.0.0.1/live"), terminal());
        assertFalse(terminal().contains("s3cret"), terminal());
        assertFalse(written("rnvr.log").contains("s3cret"), written("rnvr.log"));
    }

    @Test
    void beginsANewFileBySizeAndCompressesTheOld() throws Exception {
        logging.apply(settings(NO_CONSOLE, file(true, Level.DEBUG, "rnvr.log", BY_SIZE), OFF, NO_JSON));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        int written = 0;
        Path old = folder.resolve("rnvr." + LocalDate.now() + ".0.log.zip");
        while (!Files.exists(old) && System.nanoTime() < deadline) {
            logger.info("line {} {}", written++, "x".repeat(500));
            LockSupport.parkNanos(1_000_000);
        }
        logging.end();
        assertTrue(Files.exists(old), "no old file after " + written + " lines");
        assertEquals(1, awaitZipped(old, deadline));
    }

    /** Old files are compressed by a thread of their own, and are there before they are whole. */
    private static int awaitZipped(Path zip, long deadline) throws IOException {
        while (true) {
            try {
                return zipped(zip);
            } catch (ZipException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static int zipped(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.size();
        }
    }

    @Test
    void datesTheFileWhenItsNameSaysSo() throws IOException {
        logging.apply(settings(NO_CONSOLE, file(true, Level.DEBUG, "rnvr_{time:YYYY-MM-DD}.log", DAILY), OFF, NO_JSON));
        logger.info("dated");
        logging.end();
        assertEquals(List.of("dated"), messages(written("rnvr." + LocalDate.now() + ".log")));
    }

    @Test
    void deletesFilesOlderThanRetention() throws Exception {
        LocalDate today = LocalDate.now();
        List<Path> old = IntStream.of(8, 9, 10)
                .mapToObj(days -> folder.resolve("rnvr." + today.minusDays(days) + ".log.zip"))
                .toList();
        Path kept = folder.resolve("rnvr." + today.minusDays(3) + ".log.zip");
        for (Path file : old) {
            Files.writeString(file, "old");
        }
        Files.writeString(kept, "kept");
        logging.apply(settings(NO_CONSOLE, file(true, Level.DEBUG, "rnvr.log", DAILY), OFF, NO_JSON));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (old.stream().anyMatch(Files::exists) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(List.of(), old.stream().filter(Files::exists).toList());
        assertTrue(Files.exists(kept));
    }

    @Test
    void saysOnTheTerminalThatAFileCannotBeOpened() throws IOException {
        Files.createDirectory(folder.resolve("rnvr.log"));
        logging.apply(settings(
                new Console(true, Level.INFO, true), file(true, Level.DEBUG, "rnvr.log", DAILY), OFF, NO_JSON));
        logger.info("still alive");
        logging.end();
        assertTrue(terminal().contains("rnvr.log is not written"), terminal());
        assertTrue(terminal().contains("still alive"), terminal());
    }

    @Test
    void criticalIsAnError() {
        assertEquals(ch.qos.logback.classic.Level.ERROR, Logging.level(Level.CRITICAL));
        assertEquals(ch.qos.logback.classic.Level.WARN, Logging.level(Level.WARNING));
    }
}
