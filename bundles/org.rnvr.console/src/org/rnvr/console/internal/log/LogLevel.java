package org.rnvr.console.internal.log;

import java.util.Optional;
import java.util.stream.Stream;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;

/** Severity of a line of the log, by the words that are written there. */
enum LogLevel {
    TRACE(Symbol.OFF),
    DEBUG(Symbol.OFF),
    INFO(Symbol.NOTE),
    WARN(Symbol.SUSPECT),
    ERROR(Symbol.ERROR);

    private final Symbol symbol;

    LogLevel(Symbol symbol) {
        this.symbol = symbol;
    }

    /** The level of this word. */
    static Optional<LogLevel> of(String word) {
        return Stream.of(values()).filter(level -> level.name().equals(word)).findFirst();
    }

    /** As people are told it. */
    Told told() {
        return new Told(symbol, name());
    }
}
