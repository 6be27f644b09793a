package org.rnvr.journal.internal.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.LoggingSettings.LogFile;

/**
 * Sets logback up. The terminal's log goes to the standard error, as the standard output carries what RNVR itself prints.
 * Terminal and files are written on threads of their own, so that a terminal that is held by Ctrl-S, or a disk that hangs,
 * holds nobody up who logs.
 */
final class Logging {

    private static final String LINE = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{36} - %msg%n";
    private static final String COLOURED_LINE = "%d{HH:mm:ss.SSS} %highlight(%-5level) %cyan(%logger{36}) - %msg%n";
    private static final int QUEUE = 2048;

    /** How long the end waits for lines that are not written yet: a terminal may be held by somebody, a disk is only slow. */
    private static final Duration CONSOLE_PATIENCE = Duration.ofSeconds(1);

    private static final Duration FILE_PATIENCE = Duration.ofSeconds(3);

    private final LoggerContext context;
    private final Logger root;

    Logging(LoggerContext context) {
        this.context = context;
        this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Until the configuration is known: warnings to the terminal. */
    void begin() {
        context.reset();
        context.getStatusManager().add(new TroubleOnTerminal());
        root.setLevel(Level.WARN);
        root.addAppender(console(Level.WARN, ConsoleColour.isShown()));
        context.start();
    }

    /** Sets up what the configuration says, in place of what was. */
    void apply(LoggingSettings settings) {
        root.detachAndStopAllAppenders();
        root.setLevel(Level.OFF);
        if (!settings.enabled()) {
            return;
        }
        if (settings.console().enabled()) {
            Level level = level(settings.console().level());
            add(level, console(level, settings.console().colorize() && ConsoleColour.isShown()));
        }
        addFile("file", settings.file(), settings.folder());
        addFile("error", settings.errorLog(), settings.folder());
        if (settings.jsonLog().enabled()) {
            // its own section says nothing of level and rotation: those of the log file hold
            addFile("json", settings.folder(), settings.jsonLog().filename(), settings.file(), new JsonLineLayout());
        }
    }

    /** Writes what is outstanding and closes the files. */
    void end() {
        context.stop();
    }

    private void addFile(String name, LogFile file, Path folder) {
        if (file.enabled()) {
            RedactedTextLayout layout = new RedactedTextLayout();
            layout.setPattern(LINE);
            addFile(name, folder, file.filename(), file, layout);
        }
    }

    private void addFile(String name, Path folder, String filename, LogFile rules, Layout<ILoggingEvent> layout) {
        if (folder.toString().contains("%")) {
            root.error(
                    "log file {} is not written: the path of its folder must not contain %", folder.resolve(filename));
            return;
        }
        RollingFileAppender<ILoggingEvent> appender =
                RollingFile.open(context, name, folder, filename, rules, encoder(layout));
        if (!appender.isStarted()) {
            root.error("log file {} is not written: it cannot be opened", folder.resolve(filename));
            return;
        }
        Level level = level(rules.level());
        add(level, behindQueue(name, level, appender, FILE_PATIENCE));
    }

    private Appender<ILoggingEvent> behindQueue(
            String name, Level level, Appender<ILoggingEvent> appender, Duration patience) {
        AsyncAppender async = new AsyncAppender();
        async.setContext(context);
        async.setName(name);
        async.setQueueSize(QUEUE);
        async.setNeverBlock(true);
        async.setMaxFlushTime((int) patience.toMillis());
        async.addFilter(threshold(level));
        async.addAppender(appender);
        async.start();
        return async;
    }

    private void add(Level level, Appender<ILoggingEvent> appender) {
        if (level.isGreaterOrEqual(root.getLevel())) {
            root.addAppender(appender);
            return;
        }
        root.setLevel(level);
        root.addAppender(appender);
    }

    private Appender<ILoggingEvent> console(Level level, boolean coloured) {
        RedactedTextLayout layout = new RedactedTextLayout();
        layout.setPattern(coloured ? COLOURED_LINE : LINE);
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("console");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(layout));
        appender.start();
        return behindQueue("console", level, appender, CONSOLE_PATIENCE);
    }

    private Encoder<ILoggingEvent> encoder(Layout<ILoggingEvent> layout) {
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private ThresholdFilter threshold(Level level) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setContext(context);
        filter.setLevel(level.toString());
        filter.start();
        return filter;
    }

    /** Critical is an error: slf4j knows nothing above it. */
    static Level level(LoggingSettings.Level level) {
        return switch (level) {
            case TRACE -> Level.TRACE;
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, CRITICAL -> Level.ERROR;
        };
    }
}
