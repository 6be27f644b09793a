package org.rnvr.console.internal.status;

import java.util.Objects;
import org.rnvr.console.internal.model.Symbol;

/**
 * What the status bar says in one place.
 *
 * @param field the place
 * @param symbol the state as a sign
 * @param words short
 * @param exact the same with all figures
 */
record Fact(Field field, Symbol symbol, String words, String exact) {
    Fact {
        Objects.requireNonNull(field);
        Objects.requireNonNull(symbol);
        Objects.requireNonNull(words);
        Objects.requireNonNull(exact);
    }
}
