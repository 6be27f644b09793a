package org.rnvr.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What a key of the configuration file may hold. */
public sealed interface AllowedValues {

    /** True or false. */
    record Truth() implements AllowedValues {}

    /**
     * A number of a range.
     *
     * @param least the smallest allowed
     * @param most the largest allowed
     * @param whole whether fractions are not allowed
     * @param unit as in the file's description, for example {@code ms}; empty when there is none
     */
    record Range(BigDecimal least, BigDecimal most, boolean whole, String unit) implements AllowedValues {
        public Range {
            Objects.requireNonNull(least);
            Objects.requireNonNull(most);
            Objects.requireNonNull(unit);
        }
    }

    /**
     * One of a few texts or numbers.
     *
     * @param values those allowed, in the order in which they are offered
     */
    record OneOf(List<Object> values) implements AllowedValues {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * A text or a list that has a form.
     *
     * @param form the form
     */
    record Formed(Form form) implements AllowedValues {
        public Formed {
            Objects.requireNonNull(form);
        }
    }

    /** The form of a text or a list. */
    enum Form {
        /** Any text. */
        TEXT,
        /** 1 to 64 letters, digits, {@code _} and {@code -}. */
        IDENTIFIER,
        /** A URL that begins with {@code rtsp://} or {@code rtsps://}. */
        CAMERA_URL,
        /** A text that must not be seen. */
        PASSWORD,
        /** A path of a folder; a relative one starts at the data folder. */
        FOLDER,
        /** A name of a file, without folders. */
        FILE_NAME,
        /** Columns x rows, for example {@code 2x2}. */
        GRID,
        /** A key of the keyboard, for example {@code Ctrl+N}. */
        KEYSTROKE,
        /** When a log file ends: a time such as {@code daily}, or a size such as {@code 10 MB}. */
        LOG_ROTATION,
        /** A length of time in words, for example {@code 7 days}. */
        LOG_RETENTION,
        /** A list of names. */
        NAMES,
        /** A list of addresses of repositories: {@code http:}, {@code https:}, {@code file:} or a folder. */
        ADDRESSES,
        /** A list of three whole numbers from 0 to 255: red, green, blue. */
        COLOUR,
        /** A list of days and hours, for example {@code mon-fri 08:00-18:00}. */
        SCHEDULE
    }
}
