package org.rnvr.console.internal.health;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.model.Lengths;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.detection.Assessment.Grade;

/** The health of a connection as people are told it. */
final class HealthWords {

    /** A session that ends or fails tells of it by itself. */
    private static final String PIPELINE = "pipeline";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double MS_PER_SECOND = 1_000;

    private final NumberFormat numbers;

    /** In the manner of this locale. */
    HealthWords(Locale locale) {
        numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(1);
    }

    static Told cause(Loss loss) {
        return switch (loss.cause()) {
            case SUSPECT -> new Told(Symbol.SUSPECT, Messages.cause_suspect);
            case STALLED -> new Told(Symbol.STALLED, Messages.cause_stalled);
            case LOST -> new Told(Symbol.LOST, Messages.cause_lost);
        };
    }

    static Told ending(Loss loss) {
        return switch (loss.ending()) {
            case ONGOING -> new Told(Symbol.RECONNECTING, Messages.ending_ongoing);
            case OFFLINE -> new Told(Symbol.OFFLINE, Messages.ending_offline);
            case RECOVERED -> new Told(Symbol.DONE, Messages.ending_recovered);
            case RECONNECTED -> new Told(Symbol.LIVE, Messages.ending_reconnected);
            case STARTED_ANEW -> new Told(Symbol.STARTED, Messages.ending_started_anew);
            case RECORDER_ENDED -> new Told(Symbol.ENDED, Messages.ending_recorder_ended);
        };
    }

    static Told grade(Grade grade) {
        return switch (grade) {
            case HEALTHY -> new Told(Symbol.LIVE, Messages.grade_healthy);
            case WARNING -> new Told(Symbol.NOTE, Messages.grade_warning);
            case SUSPECT -> new Told(Symbol.SUSPECT, Messages.grade_suspect);
            case DEAD -> new Told(Symbol.LOST, Messages.grade_dead);
        };
    }

    static String detector(String strategy) {
        return strategy.equals(PIPELINE) ? Messages.detector_pipeline : strategy;
    }

    String level(double level) {
        return numbers.format(level);
    }

    /** To the tenth of a second below a minute. */
    String length(Duration length) {
        return length.compareTo(MINUTE) < 0
                ? NLS.bind(Messages.seconds, numbers.format(length.toMillis() / MS_PER_SECOND))
                : Lengths.tell(length);
    }

    String length(Optional<Duration> length) {
        return length.map(this::length).orElse(Messages.unknown);
    }

    /** Short times in milliseconds, longer ones as all others. */
    String milliseconds(double milliseconds) {
        return milliseconds < MS_PER_SECOND
                ? NLS.bind(Messages.milliseconds, Math.round(milliseconds))
                : length(Duration.ofMillis(Math.round(milliseconds)));
    }

    String sums(LossHistory history, Instant now) {
        LossSums sums = LossSums.of(history, now);
        if (sums.number() == 0) {
            return NLS.bind(Messages.sums_none, sums.passed());
        }
        return NLS.bind(Messages.sums, new Object[] {
            sums.number(), length(sums.total()), length(sums.worst()), length(sums.medianNotice()), sums.passed()
        });
    }

    String frames(Sample sample) {
        if (sample.silence().isEmpty() || sample.median().isEmpty()) {
            return Messages.frames_none;
        }
        return NLS.bind(Messages.frames, new Object[] {
            milliseconds(sample.median().getAsDouble()),
            milliseconds(sample.longest().orElse(0)),
            milliseconds(sample.silence().getAsDouble())
        });
    }
}
