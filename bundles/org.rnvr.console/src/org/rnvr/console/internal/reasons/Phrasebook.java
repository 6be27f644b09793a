package org.rnvr.console.internal.reasons;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells in another language what was said in English, sentence by sentence and also within their parts. What it does not
 * know stays as it is: what a third party, the operating system or GStreamer says.
 */
public final class Phrasebook {

    private final List<Phrase> phrases;

    /** With these phrases. */
    public Phrasebook(Collection<Phrase> phrases) {
        this.phrases = phrases.stream()
                .sorted(Comparator.comparingInt(Phrase::fixed).reversed())
                .toList();
    }

    /** The text as it is told. */
    public String tell(String text) {
        if (text.isBlank()) {
            return text;
        }
        for (Phrase phrase : phrases) {
            Optional<String> told = phrase.tell(text, this::tell);
            if (told.isPresent()) {
                return told.get();
            }
        }
        return text;
    }
}
