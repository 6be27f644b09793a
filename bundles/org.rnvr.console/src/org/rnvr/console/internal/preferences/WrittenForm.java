package org.rnvr.console.internal.preferences;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rnvr.config.AllowedValues;

/** How a value is written in a field of text, and read from there. */
enum WrittenForm {
    /** A number. */
    NUMBER {
        @Override
        Object parse(String text) {
            return number(text);
        }
    },
    /** Names with commas between them. */
    NAMES {
        @Override
        Object parse(String text) {
            return parts(text).<Object>map(part -> part).toList();
        }
    },
    /** Numbers with commas between them. */
    NUMBERS {
        @Override
        Object parse(String text) {
            return parts(text).map(WrittenForm::number).toList();
        }
    },
    /** As it is. */
    TEXT {
        @Override
        Object parse(String text) {
            return text;
        }
    };

    private static final Pattern NUMBER_FORM = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    /** That of what is allowed. */
    static WrittenForm of(AllowedValues allowed) {
        if (allowed instanceof AllowedValues.Range) {
            return NUMBER;
        }
        if (allowed instanceof AllowedValues.Formed formed) {
            return switch (formed.form()) {
                case NAMES, ADDRESSES -> NAMES;
                case COLOUR -> NUMBERS;
                default -> TEXT;
            };
        }
        return TEXT;
    }

    /** The value that a text stands for; the text itself where it stands for none. */
    abstract Object parse(String text);

    /** The value in a field; empty for an empty field. */
    Optional<Object> read(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(parse(this == TEXT ? text : text.strip()));
    }

    /** The text of a value. */
    static String write(Optional<Object> value) {
        return value.map(WrittenForm::text).orElse("");
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof List<?> list
                ? list.stream().map(WrittenForm::text).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static Object number(String text) {
        return NUMBER_FORM.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
