package org.rnvr.journal.internal.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.rnvr.config.LoggingSettings.LogFile;

/**
 * A log file that begins anew by time and size. Logback's calendar units are used: a period of less than a day begins a
 * file each hour, of less than a week each day, of less than four weeks each week, else each month. Without a period, a
 * file begins each day at the latest, so that old ones can be deleted by age.
 */
final class RollingFile {

    private enum Unit {
        HOUR("yyyy-MM-dd_HH", Duration.ofHours(1)),
        DAY("yyyy-MM-dd", Duration.ofDays(1)),
        WEEK("YYYY-'W'ww", Duration.ofDays(7)),
        MONTH("yyyy-MM", Duration.ofDays(30));

        private final String pattern;
        private final Duration length;

        Unit(String pattern, Duration length) {
            this.pattern = pattern;
            this.length = length;
        }

        static Unit of(Optional<Duration> period) {
            Duration length = period.orElse(DAY.length);
            if (length.compareTo(DAY.length) < 0) {
                return HOUR;
            }
            if (length.compareTo(WEEK.length) < 0) {
                return DAY;
            }
            return length.compareTo(Duration.ofDays(28)) < 0 ? WEEK : MONTH;
        }

        int count(Duration time) {
            long count = (time.toMillis() + length.toMillis() - 1) / length.toMillis();
            return (int) Math.min(Math.max(1, count), Integer.MAX_VALUE);
        }
    }

    private RollingFile() {}

    /**
     * An appender that is started, unless its file cannot be opened.
     *
     * @param name its own name
     * @param folder where the file goes
     * @param filename name of the file
     * @param rules of rotation, retention and compression
     */
    static RollingFileAppender<ILoggingEvent> open(
            Context context, String name, Path folder, String filename, LogFile rules, Encoder<ILoggingEvent> encoder) {
        LogFileName file = LogFileName.of(filename);
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setAppend(true);
        appender.setEncoder(encoder);
        if (!file.dated()) {
            appender.setFile(folder.resolve(file.plain()).toString());
        }
        Unit unit = Unit.of(rules.rotation().period());
        OptionalLong bytes = rules.rotation().bytes();
        TimeBasedRollingPolicy<ILoggingEvent> policy = policy(context, bytes, rules.keep());
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve(file.stem())
                + ".%d{" + unit.pattern + "}"
                + (bytes.isPresent() ? ".%i" : "")
                + file.extension()
                + (rules.compress() ? ".zip" : ""));
        history(unit, rules).ifPresent(policy::setMaxHistory);
        policy.setCleanHistoryOnStart(true);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.setTriggeringPolicy(policy);
        appender.start();
        return appender;
    }

    /** By size, logback bounds not the number of old files but their sum. */
    private static TimeBasedRollingPolicy<ILoggingEvent> policy(Context context, OptionalLong bytes, OptionalInt keep) {
        if (bytes.isEmpty()) {
            TimeBasedRollingPolicy<ILoggingEvent> policy = new TimeBasedRollingPolicy<>();
            policy.setContext(context);
            return policy;
        }
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(bytes.getAsLong()));
        if (keep.isPresent()) {
            policy.setTotalSizeCap(new FileSize(bytes.getAsLong() * keep.getAsInt()));
        }
        return policy;
    }

    private static OptionalInt history(Unit unit, LogFile rules) {
        OptionalInt byAge =
                rules.retention().map(unit::count).map(OptionalInt::of).orElse(OptionalInt.empty());
        if (rules.rotation().bytes().isPresent() || rules.keep().isEmpty()) {
            return byAge;
        }
        return OptionalInt.of(
                Math.min(byAge.orElse(Integer.MAX_VALUE), rules.keep().getAsInt()));
    }
}
